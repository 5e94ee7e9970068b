using System.Collections.Immutable;

namespace Assays.History;

/// <summary>The runs over a table's versions, and the course of every figure.</summary>
/// <param name="Runs">The runs, the present one last.</param>
/// <param name="Courses">The figures that the present run has: those of the table first, then column by column.</param>
public sealed record RunHistory(ImmutableArray<Run> Runs, ImmutableArray<MetricCourse> Courses)
{
    /// <summary>Runs that are looked at; older ones stay in the store.</summary>
    public const int MostRuns = 400;

    /// <summary>The probability that chance alone makes anything of a run unusual, all figures together.</summary>
    private const double Level = 0.01;

    /// <summary>The figures that are unusual in the present run.</summary>
    public IEnumerable<MetricCourse> UnusualNow => Courses.Where(static course => course.IsUnusualNow);

    /// <summary>Judges a run by the earlier ones of tables like this.</summary>
    /// <param name="earlier">What a store kept, in any order; later runs and those of other tables are left out.</param>
    /// <param name="present">The run to judge.</param>
    public static RunHistory Of(IEnumerable<Run> earlier, Run present)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(present);
        ImmutableArray<Run> runs = [.. earlier.Where(run => run.Time < present.Time && run.IsAlike(present)).OrderBy(static run => run.Time).TakeLast(MostRuns - 1), present];
        return new(runs, [.. present.Metrics.Keys.AsParallel().AsOrdered().Select(name => MetricCourse.Of(name, runs, Level / present.Metrics.Count))]);
    }
}
