using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Findings;

/// <summary>What a comparison with a reference comes to.</summary>
/// <param name="Reference">What it was compared with.</param>
/// <param name="ReferenceRows">Rows of the reference.</param>
/// <param name="Verdict">Whether the table can be used as the reference was.</param>
/// <param name="Reasons">Why, the weightiest first.</param>
/// <param name="Columns">What was measured of each column, in the table's order.</param>
public sealed record ReferenceVerdict(
    string Reference, long ReferenceRows, Verdict Verdict, ImmutableArray<string> Reasons, ImmutableArray<ComparedColumn> Columns)
{
    /// <summary>The comparison taken apart, along time or by groups; none when nobody asked.</summary>
    public Breakdown? Parts { get; init; }
}

/// <summary>Whether a table can be used as its reference was.</summary>
public enum Verdict
{
    /// <summary>Nothing that matters changed.</summary>
    Safe,

    /// <summary>Something moved: somebody should look before it is relied on.</summary>
    Look,

    /// <summary>What was built on the reference will break, or be wrong.</summary>
    Stop,
}

/// <summary>One column beside its reference.</summary>
/// <param name="Column">Where it is in the current table.</param>
/// <param name="FormerName">Its name in the reference.</param>
/// <param name="FormerMissingShare">The share of missing values in the reference, 0 to 1.</param>
/// <param name="MissingShare">The share now.</param>
public sealed record ComparedColumn(Column Column, string FormerName, double FormerMissingShare, double MissingShare)
{
    /// <summary>The name of the effect's measure; none where distributions are not compared, and <see cref="Silence"/> says why.</summary>
    public string? Measure { get; init; }

    /// <summary>The largest difference of shares, 0 to 1.</summary>
    public double Effect { get; init; }

    /// <summary>How far numbers moved, in deviations of the reference.</summary>
    public double NormedDistance { get; init; }

    public double PValue { get; init; } = 1;

    /// <summary>The level at which the column is reported when all columns are thought of.</summary>
    public double QValue { get; init; } = 1;

    /// <summary>Whether chance is ruled out, all columns thought of.</summary>
    public bool IsSure => QValue <= 0.02;

    /// <summary>The smallest effect that would have been found four times in five.</summary>
    public double Detectable { get; init; }

    /// <summary>Why the distribution was not compared.</summary>
    public string? Silence { get; init; }
}
