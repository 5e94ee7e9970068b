using System.Collections.Immutable;
using Assays.Findings;

namespace Assays.Grading;

/// <summary>A score from 0 to 100 and the letter it earns.</summary>
/// <param name="Value">0 to 100.</param>
public readonly record struct Score(double Value)
{
    /// <summary>A from 90, B from 80, C from 70, D from 60, else F.</summary>
    public char Letter => Value switch { >= 90 => 'A', >= 80 => 'B', >= 70 => 'C', >= 60 => 'D', _ => 'F' };
}

/// <summary>The grade of a table: overall and by dimension, with the penalties that add up to it.</summary>
/// <param name="Overall">100 less all penalties.</param>
/// <param name="Dimensions">For each dimension that was examined, 100 less its penalties.</param>
/// <param name="Penalties">What each finding costs; largest first.</param>
public sealed record Grade(Score Overall, ImmutableArray<DimensionScore> Dimensions, ImmutableArray<Penalty> Penalties);

public readonly record struct DimensionScore(Dimension Dimension, Score Score);

/// <summary>The points that one finding takes from the overall score and from its dimension's.</summary>
public readonly record struct Penalty(string FindingId, Dimension Dimension, double Overall, double InDimension);
