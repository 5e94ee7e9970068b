using System.Collections.Immutable;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Grading;
using Assays.Profiling;

namespace Assays.History;

/// <summary>Takes the figures of a run that are worth keeping.</summary>
public static class RunMaker
{
    /// <summary>The figures of an assessed table.</summary>
    /// <param name="source">What was read.</param>
    /// <param name="time">When the data are of.</param>
    /// <param name="profile">The table's statistics. Of columns about persons only gaps and the number of distinct values are kept.</param>
    /// <param name="grade">The grade, where the table was graded.</param>
    /// <param name="verdict">The comparison, where the table was compared.</param>
    public static Run Make(string source, DateTimeOffset time, Profile profile, Grade? grade = null, ReferenceVerdict? verdict = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var metrics = ImmutableSortedDictionary.CreateBuilder<MetricName, double>();
        Add(metrics, "", "rows", profile.Rows);
        Add(metrics, "", "columns", profile.Columns.Length);
        if (grade is not null) Add(metrics, "", "grade", grade.Overall.Value);
        foreach (var column in profile.Columns)
        {
            Add(metrics, column.Column.Label, "missingShare", column.MissingShare);
            Add(metrics, column.Column.Label, "distinct", column.Distinct.Value);
            if (column.Numeric is not { } numeric || column.IsPersonal) continue;
            Add(metrics, column.Column.Label, "mean", numeric.Mean);
            Add(metrics, column.Column.Label, "deviation", numeric.Deviation);
        }

        foreach (var column in verdict?.Columns.Where(static c => c.Measure is not null) ?? []) Add(metrics, column.Column.Label, "effect", column.Effect);
        return new(time, source, metrics.ToImmutable());
    }

    /// <summary>The figures of a baseline.</summary>
    public static Run Make(DateTimeOffset time, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var metrics = ImmutableSortedDictionary.CreateBuilder<MetricName, double>();
        Add(metrics, "", "rows", baseline.Rows);
        Add(metrics, "", "columns", baseline.Columns.Length);
        foreach (var column in baseline.Columns)
        {
            Add(metrics, column.Name, "missingShare", column.MissingShare);
            if (column.Moments.Count == 0) continue;
            Add(metrics, column.Name, "mean", column.Moments.Mean);
            Add(metrics, column.Name, "deviation", column.Moments.Deviation);
        }

        return new(time, baseline.Source, metrics.ToImmutable());
    }

    private static void Add(ImmutableSortedDictionary<MetricName, double>.Builder metrics, string column, string name, double value)
    {
        if (double.IsFinite(value)) metrics[new(column, name)] = value;
    }
}
