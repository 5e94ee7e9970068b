using Assays.Data;
using Assays.Drift.Baselines;

namespace Assays.Drift;

/// <summary>A column of the reference and the one of the current table that goes on with it.</summary>
/// <param name="Reference">What it was like.</param>
/// <param name="Current">What it is like.</param>
/// <param name="Column">Where it is in the current table.</param>
public sealed record ColumnPair(ColumnBaseline Reference, ColumnBaseline Current, Column Column)
{
    /// <summary>Whether it has another name now.</summary>
    public bool IsRenamed => Reference.Name != Current.Name;

    /// <summary>The rows with a value that tests may count on, of the reference.</summary>
    public double ReferenceCount { get; init; }

    /// <summary>The rows with a value that tests may count on, of the current table.</summary>
    public double CurrentCount { get; init; }

    /// <summary>By what chance a row that is equally likely in both tables is in the current one.</summary>
    public double CurrentChance => CurrentCount / Math.Max(1, ReferenceCount + CurrentCount);

    /// <summary>Whether both have enough values to tell a difference from chance.</summary>
    public bool IsJudgeable => Math.Min(ReferenceCount, CurrentCount) >= FewestRows;

    public const int FewestRows = 30;

    /// <summary>Whether they are compared value by value: categories, and numbers of which there are few.</summary>
    public bool AreCategories => (Reference.Role == ColumnRole.Category && Current.Role == ColumnRole.Category) || (HasFew(Reference) && HasFew(Current));

    /// <summary>Whether both are columns of numbers and are compared as such, in whatever rows.</summary>
    public bool HoldNumbers => Reference.Role == ColumnRole.Quantity && Current.Role == ColumnRole.Quantity && !Reference.IsPersonal && !Current.IsPersonal;

    /// <summary>Whether the values count on from the reference's, as a clock does.</summary>
    public bool GoesOn =>
        Reference.Role == ColumnRole.Time || Reference.Role == ColumnRole.Identifier || Current.Role is ColumnRole.Time or ColumnRole.Identifier
        || (Reference.IsRunning && Current.IsRunning && Current.Moments.Low >= Reference.Moments.High - 0.01 * (Reference.Moments.High - Reference.Moments.Low));

    private const int FewValues = 10;

    private static bool HasFew(ColumnBaseline column) => column.Values.IsComplete && column.Values.Items.Length is > 0 and <= FewValues;
}
