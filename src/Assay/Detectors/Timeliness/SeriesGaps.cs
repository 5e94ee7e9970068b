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
            var times = TemporalValues.Of(examination.Sample[profile.Column], profile).Moments.ToArray().OfType<DateTime>().Distinct().Order().ToImmutableArray();
            if (times.Length < fewestTimes) continue;
            var gaps = Gaps(times, step);
            if (gaps.Count == 0 || (gaps.Count >= Calendar && gaps.Select(static gap => gap.After.DayOfWeek).Distinct().Count() == 1)) continue;
            yield return Report(examination, profile, gaps, times.Length);
        }
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
