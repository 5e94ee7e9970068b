using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Timeliness;

/// <summary>Steps that a regular series leaves out: days, hours or months without a row.</summary>
/// <param name="regular">The share of neighbouring times one step apart from which a series is regular.</param>
/// <param name="fewestTimes">Distinct times that a series needs.</param>
public sealed class SeriesGaps(double regular = 0.9, int fewestTimes = 20) : Detector
{
    private const int MostNamed = 3;

    /// <summary>Gaps from which on the same weekday each time is a calendar and no accident.</summary>
    private const int Calendar = 4;

    public override Rule Rule { get; } = new("AS0502", "series-gaps", "Gaps in a regular series", Dimension.Timeliness, Severity.Warning);

    public override string? NotApplicable(Examination examination) =>
        examination.Sample.IsComplete ? null : "A sample has gaps of its own; gaps are looked for in tables that are read whole.";

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { Step: { } step } temporal || temporal.Regularity < regular || profile.Type == Profiling.ValueType.Time) continue;
            var counts = Counts(examination.Sample[profile.Column], profile);
            var times = WithoutStrays([.. counts.Keys]);
            if (times.Length < fewestTimes) continue;
            var gaps = Gaps(times, step);
            if (AreByChance([.. times.Select(time => counts[time])], gaps.Sum(static gap => gap.Steps))) continue;
            if (gaps.Count == 0 || (gaps.Count >= Calendar && gaps.Select(static gap => gap.After.DayOfWeek).Distinct().Count() == 1)) continue;
            yield return Report(examination, profile, gaps, times.Length);
        }
    }

    /// <summary>The rows of each time, in order.</summary>
    private static SortedDictionary<DateTime, long> Counts(SampledColumn column, ColumnProfile profile)
    {
        var counts = new SortedDictionary<DateTime, long>();
        var moments = TemporalValues.Of(column, profile).Moments;
        for (var i = 0; i < moments.Length; i++)
        {
            if (moments[i] is { } moment) counts[moment] = counts.GetValueOrDefault(moment) + column.Counts[i];
        }

        return counts;
    }

    /// <summary>A time that lies further from the others than they span is a wrong date, and no end of the series.</summary>
    private static ImmutableArray<DateTime> WithoutStrays(ImmutableArray<DateTime> times)
    {
        var (first, last) = (0, times.Length - 1);
        for (var strays = times.Length / 20; strays > 0 && last - first > 1; strays--)
        {
            if (times[last] - times[last - 1] > times[last - 1] - times[first]) last--;
            else if (times[first + 1] - times[first] > times[last] - times[first + 1]) first++;
            else break;
        }

        return [.. times.Take(first..(last + 1))];
    }

    /// <summary>
    /// Whether things that merely happen, as many a step as chance will have it, leave as many steps empty: with m a step on average,
    /// a share of exp(-m) of them. A series has the same number of rows each time.
    /// </summary>
    private static bool AreByChance(ImmutableArray<long> counts, long absent)
    {
        var steps = counts.Length + absent;
        var mean = (double)counts.Sum() / steps;
        var variance = (counts.Sum(count => (count - mean) * (count - mean)) + (absent * mean * mean)) / steps;
        return variance >= mean / 2 && absent <= 3 * ((steps * Math.Exp(-mean)) + 1);
    }

    private static List<(DateTime After, DateTime Before, long Steps)> Gaps(ImmutableArray<DateTime> times, TimeSpan step)
    {
        var gaps = new List<(DateTime, DateTime, long)>();
        for (var i = 1; i < times.Length; i++)
        {
            var steps = (long)Math.Round((times[i] - times[i - 1]) / step) - 1;
            if (steps > 0) gaps.Add((times[i - 1], times[i], steps));
        }

        return gaps;
    }

    private Finding Report(Examination examination, ColumnProfile profile, List<(DateTime After, DateTime Before, long Steps)> gaps, int times)
    {
        var absent = gaps.Sum(static gap => gap.Steps);
        var unit = profile.Temporal!.StepUnit is { } name ? $"one row a {name}" : "a regular step";
        var listed = gaps.OrderByDescending(static gap => gap.Steps).ThenBy(static gap => gap.After).Take(MostNamed)
            .Select(static gap => $"after {Text(gap.After)} until {Text(gap.Before)}").ToList();
        var ends = gaps.Select(static gap => gap.Before).ToHashSet();
        var moments = TemporalValues.Of(examination.Sample[profile.Column], profile);
        var rows = Enumerable.Range(0, examination.Sample.Rows).Where(row => moments[row] is { } moment && ends.Remove(moment)).Select(row => examination.Sample.RowNumbers[row]);
        return new(Rule, [profile.Column],
            $"{profile.Column.Label} runs with {unit}, but {Wording.Count(absent, "step")} of {times + absent:N0} are left out: {Wording.Join(listed, gaps.Count - listed.Count)}.")
        {
            AffectedRows = Math.Min(absent, examination.Profile.Rows),
            WholeRows = [.. rows],
            Evidence = [new("absentSteps", absent), new("gaps", (long)gaps.Count), new("regularity", profile.Temporal.Regularity)],
        };
    }

    private static string Text(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
