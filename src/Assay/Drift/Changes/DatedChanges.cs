using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Drift.Parts;
using Assays.Findings;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Drift.Changes;

/// <summary>Columns that came to another level at some time: since when, and what became of them.</summary>
public sealed class DatedChanges : ChangeDetector
{
    public const string Id = "AS0818";

    private const int MostTold = 3;

    public override Rule Rule { get; } = new(Id, "dated-changes", "Change that can be dated", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Parts is not { Period: { } period } parts ? "No column was named that tells a time."
            : parts.Parts.Length < LevelShift.FewestPoints ? $"{parts.By.Label} covers {Wording.Count(parts.Parts.Length, period.ToString().ToLowerInvariant())}; a change shows in {LevelShift.FewestPoints} or more."
            : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var parts = comparison.Parts!;
        var courses = Courses(comparison, parts);
        var levels = FalseDiscovery.Adjust([.. courses.Select(static course => course.PValue)]);
        for (var i = 0; i < courses.Length; i++)
        {
            if (levels[i] > Comparison.Level) continue;
            var steps = courses[i].Changes(Math.Max(courses[i].PValue, Comparison.Level / courses.Length));
            var told = Steps(courses[i], parts, steps).ToArray();
            if (told.Length > 0) yield return Report(comparison, parts, courses[i], told, levels[i]);
        }
    }

    internal static Course[] Courses(Comparison comparison, Partition parts)
    {
        var pairs = comparison.Pairs.Where(pair => pair.Column != parts.By && comparison.Profile.Columns[pair.Column.Ordinal].Semantic is not (SemanticType.Year or SemanticType.Month or SemanticType.Weekday)).ToArray();
        var courses = new Course[pairs.Length];
        Parallel.For(0, pairs.Length, new() { MaxDegreeOfParallelism = Math.Max(1, comparison.Threads) }, i => courses[i] = Course.Of(Slice.Comparable(pairs[i]), comparison, parts));
        return [.. courses.Where(static course => !course.IsClock)];
    }

    // From one change to the next the rows are alike: those before a change beside those after it tell what became of the column.
    private static IEnumerable<Step> Steps(Course course, Partition parts, ImmutableArray<int> starts)
    {
        int[] edges = [0, .. starts, parts.Parts.Length];
        var stretches = edges.Zip(edges.Skip(1), (from, to) => course.Narrow(parts.Parts[from..to])).ToArray();
        for (var i = 1; i < stretches.Length; i++)
        {
            if (Difference.Of(Slice.Pair(course.Pair, stretches[i - 1], stretches[i])) is not { } difference) continue;
            var isBorder = parts.HasReference && parts.Parts[edges[i] - 1].CurrentRows.IsEmpty && !parts.Parts[edges[i]].CurrentRows.IsEmpty;
            yield return new(parts.Parts[edges[i]].Name, difference, isBorder);
        }
    }

    private Finding Report(Comparison comparison, Partition parts, Course course, Step[] steps, double level)
    {
        var pair = comparison.Pairs.First(p => p.Column == course.Pair.Column);
        var isTold = comparison.HasMovedNotably(pair) || comparison.IsExplained(pair);
        var changes = steps.Take(MostTold).Select(step => $"on {step.Date}{(step.IsBorder ? ", where the current table begins" : "")}: {step.Difference.Words}");
        var last = steps[^1];
        return new(Rule, [pair.Column, parts.By], $"{pair.Column.Label} came to another level {string.Join("; ", changes)}.{(steps.Length > MostTold ? $" And {Wording.Count(steps.Length - MostTold, "change")} more." : "")}")
        {
            Severity = isTold || steps.All(static step => !step.Difference.IsNotable) ? Severity.Note : Severity.Warning,
            Confidence = Math.Clamp(1 - level, 0.5, 0.999),
            AffectedRows = (long)Math.Round(steps.Max(static step => step.Difference.Effect) * pair.Current.Rows),
            Evidence =
            [
                new("since", last.Date), new("effect", last.Difference.Effect), new("qValue", level), new("changes", (long)steps.Length),
                new("period", parts.Period!.Value.ToString().ToLowerInvariant()), new("periods", (long)parts.Parts.Length), new("rhythm", course.HasRhythm ? "taken out" : "none"),
            ],
        };
    }

    /// <summary>A change that can be dated.</summary>
    private sealed record Step(string Date, Difference Difference, bool IsBorder);
}
