using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;

namespace Assays.Drift.Parts;

/// <summary>How the two tables are taken apart by one column: along time when it tells a time, else by its values.</summary>
/// <param name="By">The column of the current table.</param>
/// <param name="Period">Along time: what one part covers; none of groups.</param>
/// <param name="Parts">Along time in its order, else the largest group first.</param>
public sealed record Partition(Column By, Period? Period, ImmutableArray<Part> Parts)
{
    /// <summary>Groups that are looked at; the smaller ones are left out.</summary>
    public const int MostGroups = 200;

    private const int MostPeriods = 400;
    private const int MostNamedPeriods = 1_000;
    private const int FewestPeriods = 8;

    /// <summary>So many rows in the usual period tell its level well; fewer are taken when there is no choice.</summary>
    private const int EnoughRows = 50;

    /// <summary>Whether the reference's rows are parts too, before the current ones.</summary>
    public bool HasReference => Parts.Any(static part => !part.ReferenceRows.IsEmpty);

    /// <summary>Takes two tables apart.</summary>
    /// <param name="period">Along time: the period; none lets the data choose.</param>
    /// <param name="current">The current table.</param>
    /// <param name="reference">The reference, where it has rows and the column.</param>
    /// <param name="showsPersonalValues">Whether groups may be called by values that are about persons.</param>
    /// <exception cref="InputException">The column tells neither times nor groups.</exception>
    public static Partition Of(Period? period, TableRows current, TableRows? reference, bool showsPersonalValues = false)
    {
        ArgumentNullException.ThrowIfNull(current);
        var (by, profile) = (current.Column.Column, current.Profile.Columns[current.By]);
        if (profile.Temporal is not null && profile.Type != Profiling.ValueType.Time) return AlongTime(by, period, current, reference);
        if (period is not null) throw new InputException($"'{by.Label}' tells no dates: --period goes with a column that does.");
        var groups = current.Column.Values.Length;
        return groups <= 1_000 && groups <= 0.5 * current.Column.Present
            ? OfGroups(by, current, reference, profile.IsPersonal && !showsPersonalValues)
            : throw new InputException($"'{by.Label}' has {Wording.Count(groups, "different value")}: it tells neither times nor groups to compare by.");
    }

    private static Partition AlongTime(Column by, Period? named, TableRows current, TableRows? reference)
    {
        var (old, now) = (reference?.Moments() ?? [], current.Moments());
        if (Last(old) > First(now)) old = [];
        var moments = old.Concat(now).OfType<DateTime>().ToArray();
        var period = named ?? Choose(moments);
        var count = moments.Select(moment => period.StartOf(moment)).Distinct().Count();
        if (count > MostNamedPeriods) throw new InputException($"'{by.Label}' covers {Wording.Count(count, period.ToString().ToLowerInvariant())}, which is more than {MostNamedPeriods}: choose a longer --period.");

        var (olds, news) = (ByPeriod(old, period), ByPeriod(now, period));
        var starts = olds.Select(static g => g.Key).Union(news.Select(static g => g.Key)).Order();
        return new(by, period, [.. starts.Select(start => new Part(period.NameOf(start), [.. olds[start]], [.. news[start]]) { Phase = period.PhaseOf(start) })]);
    }

    // The finest that still has enough rows in each; of too short a time the one of most rows that still shows a course.
    private static Period Choose(DateTime[] moments)
    {
        var all = Enum.GetValues<Period>().Select(period => (Period: period, Counts: moments.CountBy(moment => period.StartOf(moment)).Select(static c => c.Value).Order().ToArray())).ToArray();

        // Dates without hours have as many days as hours: the longer period is meant.
        var choices = all.Where((choice, i) => choice.Counts.Length <= MostPeriods && (i == all.Length - 1 || choice.Counts.Length > all[i + 1].Counts.Length)).ToArray();
        var courses = choices.Where(static c => c.Counts.Length >= FewestPeriods).ToArray();
        if (courses.Length == 0) return choices.Length == 0 ? Drift.Parts.Period.Year : choices[0].Period;
        return courses.Where(static c => c.Counts[c.Counts.Length / 2] >= EnoughRows).Concat(courses.Reverse()).First().Period;
    }

    private static ILookup<DateTime, int> ByPeriod(DateTime?[] moments, Period period) =>
        Enumerable.Range(0, moments.Length).Where(row => moments[row] is not null).ToLookup(row => period.StartOf(moments[row]!.Value));

    private static DateTime First(DateTime?[] moments) => moments.Min() ?? DateTime.MaxValue;

    private static DateTime Last(DateTime?[] moments) => moments.Max() ?? DateTime.MinValue;

    private static Partition OfGroups(Column by, TableRows current, TableRows? reference, bool isHidden)
    {
        var (news, olds) = (ByValue(current.Column), reference is null ? Enumerable.Empty<int>().ToLookup(static _ => "") : ByValue(reference.Column));
        var groups = news.Where(static g => g.Count() >= ColumnPair.FewestRows).OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal).Take(MostGroups);
        return new(by, null, [.. groups.Select((g, i) => new Part(isHidden ? $"group {i + 1}" : g.Key, [.. olds[g.Key]], [.. g]) { Value = g.Key })]);
    }

    private static ILookup<string, int> ByValue(SampledColumn column) =>
        Enumerable.Range(0, column.Codes.Length).Where(row => column.Codes[row] >= 0).ToLookup(row => column.Values[column.Codes[row]], StringComparer.Ordinal);
}
