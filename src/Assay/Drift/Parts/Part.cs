using System.Collections.Immutable;

namespace Assays.Drift.Parts;

/// <summary>Rows of both tables that are looked at together: those of a period of time, or of a group.</summary>
/// <param name="Name">What the part is called: the period's date, or the group's value, hidden when it is about persons.</param>
/// <param name="ReferenceRows">The rows of the reference's sample; none when the reference has no rows to part.</param>
/// <param name="CurrentRows">The rows of the current table's sample.</param>
public sealed record Part(string Name, ImmutableArray<int> ReferenceRows, ImmutableArray<int> CurrentRows)
{
    /// <summary>Of periods that come back, such as days of the week, which one it is.</summary>
    public int Phase { get; init; }

    /// <summary>Of groups the value of their rows; none of periods.</summary>
    public string? Value { get; init; }

    public int Rows => ReferenceRows.Length + CurrentRows.Length;
}
