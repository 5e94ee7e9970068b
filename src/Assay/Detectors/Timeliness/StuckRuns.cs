using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Timeliness;

/// <summary>Measurements over time that stay at one value for improbably long, as a sensor does that hangs.</summary>
/// <param name="improbable">The largest number of such runs that may be expected by chance for one to be reported.</param>
/// <param name="shortest">Rows that a run needs.</param>
public sealed class StuckRuns(double improbable = 1e-4, int shortest = 8) : Detector
{
    private const double CellConfidence = 0.8;

    /// <summary>A column of fewer values is a state or a setting, which stays by nature.</summary>
    private const int FewestDistinct = 20;

    private const int MostRuns = 10;

    public override Rule Rule { get; } = new("AS0504", "stuck-runs", "Measurements that stand still", Dimension.Timeliness, Severity.Warning);

    public override string? NotApplicable(Examination examination) =>
        !examination.Sample.IsComplete ? "A sample has no neighbouring rows; runs are looked for in tables that are read whole."
        : !examination.Profile.Columns.Any(IsClock) ? "No column tells the time of each row, in order."
        : null;

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (!examination.Profile.Columns.Any(IsClock)) yield break;
        foreach (var profile in examination.Profile.Columns)
        {
            var values = examination.Sample[profile.Column];
            if (!profile.IsQuantity || values.Values.Length < FewestDistinct) continue;
            var stuck = Stuck(Runs(values), values.Present);
            if (stuck.Count > 0) yield return Report(examination.Sample, values, stuck);
        }
    }

    private static bool IsClock(ColumnProfile profile) =>
        profile.Temporal is { IsSorted: true } && profile.Type != Profiling.ValueType.Time && profile.Distinct.Value >= 0.95 * profile.Rows;

    private static List<Run> Runs(SampledColumn values)
    {
        var runs = new List<Run>();
        for (var row = 0; row < values.Codes.Length;)
        {
            var (start, code) = (row, values.Codes[row]);
            while (row < values.Codes.Length && values.Codes[row] == code) row++;
            if (code >= 0 && !IsOutside(values, start, row)) runs.Add(new(start, row - start, code));
        }

        return runs;
    }

    /// <summary>The value a series begins with, or zero at its end: what is measured has not begun to change yet, or has ended.</summary>
    private static bool IsOutside(SampledColumn values, int start, int end) => start == 0 || (end == values.Codes.Length && values.Number(start) == 0);

    /// <summary>
    /// The longest runs, as long as they are improbable under what the other runs show: how often a row repeats the one before, in the column as a
    /// whole and after this value (rain is mostly followed by rain, and no rain by no rain).
    /// </summary>
    private List<Run> Stuck(List<Run> runs, int rows)
    {
        var stuck = new List<Run>();
        var left = runs.OrderByDescending(static run => run.Rows).ThenBy(static run => run.Start).ToList();
        while (stuck.Count < MostRuns && left.Count > 1 && left[0].Rows >= shortest)
        {
            var run = left[0];
            left.RemoveAt(0);
            var stays = Math.Max(Persistence(left), Persistence(left.Where(other => other.Code == run.Code)));
            if (rows * (1 - stays) * Math.Pow(stays, run.Rows - 1) > improbable) break;
            stuck.Add(run);
        }

        return stuck;
    }

    /// <summary>How often a row repeats the one before, one more repeat counted so that it is never nothing.</summary>
    private static double Persistence(IEnumerable<Run> runs)
    {
        var (rows, count) = (0L, 0L);
        foreach (var run in runs)
        {
            rows += run.Rows;
            count++;
        }

        return rows == 0 ? 0 : (rows - count + 1.0) / (rows + 2.0);
    }

    private Finding Report(Sample sample, SampledColumn values, List<Run> stuck)
    {
        var longest = stuck[0];
        var cells = stuck.SelectMany(run => Enumerable.Range(run.Start + 1, run.Rows - 1).Select(row => new SuspectCell(
            sample.RowNumbers[row], values.Column, values[row], CellConfidence, $"The value stands still for {Wording.Count(run.Rows, "row")}."))).OrderBy(static cell => cell.Row);
        return new(Rule, [values.Column],
            FormattableString.Invariant($"{values.Column.Label} stands still at {Wording.Quote(values.Values[longest.Code])} for {Wording.Count(longest.Rows, "row")} from row {sample.RowNumbers[longest.Start]} on, which is improbable for values that otherwise change as they do")
            + (stuck.Count > 1 ? $"; so do {Wording.Count(stuck.Count - 1, "other run")}." : "."))
        {
            Confidence = CellConfidence,
            AffectedRows = stuck.Sum(static run => (long)run.Rows - 1),
            AffectedCells = stuck.Sum(static run => (long)run.Rows - 1),
            Cells = [.. cells],
            Evidence = [new("longestRun", (long)longest.Rows), new("runs", (long)stuck.Count)],
        };
    }

    private readonly record struct Run(int Start, int Rows, int Code);
}
