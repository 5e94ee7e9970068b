using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Timeliness;

/// <summary>Times that come twice in a series with one row a step.</summary>
/// <param name="regular">The share of neighbouring times one step apart from which a series is regular.</param>
/// <param name="mostRepeated">The largest share of rows with a repeated time; with more, a time is not meant to come once.</param>
public sealed class RepeatedTimes(double regular = 0.8, double mostRepeated = 0.05) : Detector
{
    private const int FewestRows = 20;
    private const double CellConfidence = 0.7;

    public override Rule Rule { get; } = new("AS0503", "repeated-times", "Times that come twice", Dimension.Timeliness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.Temporal is not { Step: not null } temporal || temporal.Regularity < regular || profile.Type == Profiling.ValueType.Time) continue;
            var values = examination.Sample[profile.Column];
            var repeats = Repeats(examination.Sample, values, TemporalValues.Of(values, profile));
            if (values.Present < FewestRows || repeats.Count == 0 || repeats.Count > mostRepeated * values.Present) continue;
            yield return Report(examination.Sample, profile, repeats);
        }
    }

    private Finding Report(Sample sample, ColumnProfile profile, List<(int Row, int First)> repeats)
    {
        var values = sample[profile.Column];
        return new(Rule, [profile.Column],
            $"{profile.Column.Label} has one row for each {profile.Temporal!.StepUnit ?? "step"}, but {Wording.Count(repeats.Count, "row")} repeat an earlier time, such as {Wording.List([.. repeats.Select(repeat => values[repeat.Row]!).Distinct()])}.")
        {
            Confidence = CellConfidence,
            AffectedRows = repeats.Count,
            AffectedCells = repeats.Count,
            Evidence = [new("repeats", (long)repeats.Count), new("regularity", profile.Temporal.Regularity)],
            Cells =
            [
                .. repeats.Select(repeat => new SuspectCell(
                    sample.RowNumbers[repeat.Row], profile.Column, values[repeat.Row], CellConfidence,
                    FormattableString.Invariant($"Row {sample.RowNumbers[repeat.First]} has the same time in a series with one row a step."))),
            ],
        };
    }

    /// <summary>Rows with the time of an earlier, different row.</summary>
    private static List<(int Row, int First)> Repeats(Sample sample, SampledColumn values, TemporalValues times)
    {
        var first = new Dictionary<DateTime, int>();
        var repeats = new List<(int, int)>();
        for (var row = 0; row < sample.Rows; row++)
        {
            if (times[row] is not { } time || first.TryAdd(time, row)) continue;
            var earlier = first[time];
            if (sample.Columns.Any(other => other.Column != values.Column && other.Codes[row] != other.Codes[earlier])) repeats.Add((row, earlier));
        }

        return repeats;
    }
}
