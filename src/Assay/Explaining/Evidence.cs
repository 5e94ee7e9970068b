using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;

namespace Assays.Explaining;

/// <summary>All that an explanation rests on.</summary>
/// <param name="Profile">The table's statistics, with what holds between its columns.</param>
/// <param name="Sample">The rows in the process.</param>
/// <param name="Findings">What is wrong, the most harmful first.</param>
/// <param name="Grade">What each finding costs.</param>
public sealed record Evidence(Profile Profile, Sample Sample, ImmutableArray<Finding> Findings, Grade Grade)
{
    /// <summary>The column that a model is to predict.</summary>
    public Column? Target { get; init; }
}
