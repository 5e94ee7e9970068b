using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Sql;
using Assays.Statistics;

namespace Assays.Drift.Changes;

/// <summary>Columns in which more values are missing, empty or blank than in the reference, or fewer.</summary>
public sealed class ChangedGaps : ChangeDetector
{
    /// <summary>Smaller differences of shares break nothing.</summary>
    private const double LeastDifference = 0.004;

    /// <summary>From here on whatever is built on the column is broken.</summary>
    private const double SevereDifference = 0.2;

    public override Rule Rule { get; } = new("AS0811", "changed-gaps", "More or fewer missing values", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var tested = comparison.Pairs
            .Where(pair => pair.Reference.Rows > 0 && pair.Current.Rows > 0 && (pair.Reference.MissingShare != pair.Current.MissingShare || Blank(comparison, pair) != default))
            .Select(pair => (Pair: pair, Old: Share(pair.Reference, comparison.Reference), Now: Share(pair.Current, comparison.Current))).ToArray();
        for (var i = 0; i < tested.Length; i++)
        {
            var (pair, old, now) = tested[i];
            if (Math.Abs(now - old) < LeastDifference || PValue(old, comparison.Reference.Seen, now, comparison.Current.Seen) > comparison.LevelOfOne) continue;
            yield return Report(comparison, pair, old, now);
        }
    }

    private Finding Report(Comparison comparison, ColumnPair pair, double old, double now)
    {
        var rows = (long)Math.Round(now * pair.Current.Rows);
        var text = SqlText.Call(SqlFunction.Text, SqlText.Of($"{pair.Column}"));
        var (wasBlank, isBlank) = Blank(comparison, pair);
        var what = Math.Abs(isBlank - wasBlank) > Math.Abs(now - old) / 2 ? "blank" : "missing";
        var isEmpty = now == 1;
        return new(
            Rule, [pair.Column],
            isEmpty
                ? $"{pair.Column.Label} has no value any more; {Wording.Percent(1 - old)} of the reference's rows had one."
                : $"{Wording.Percent(now)} of {pair.Column.Label} is {what}; in the reference it was {Wording.Percent(old)}.")
        {
            Title = isEmpty ? "Column without any value now" : now > old ? $"More {what} values" : $"Fewer {what} values",
            Severity = now - old >= SevereDifference ? Severity.Error : now > old ? Severity.Warning : old - now >= SevereDifference ? Severity.Warning : Severity.Note,
            AffectedRows = rows,
            AffectedCells = rows,
            Rows = SqlText.Of($"({pair.Column} IS NULL OR replace({text}, ' ', '') = '')"),
            Evidence = [new("formerShare", old), new("share", now), new("kind", what)],
        };
    }

    private static double Share(ColumnBaseline column, Baseline table) => column.MissingShare + (table.Weighed == 0 ? 0 : (double)column.Blank / table.Weighed);

    private static (double Old, double Now) Blank(Comparison comparison, ColumnPair pair) =>
        ((double)pair.Reference.Blank / Math.Max(1, comparison.Reference.Weighed), (double)pair.Current.Blank / Math.Max(1, comparison.Current.Weighed));

    private static double PValue(double old, double oldRows, double now, double nowRows) => ShareDifference.PValue(
        (long)Math.Round(old * oldRows), (long)Math.Round(oldRows), (long)Math.Round(now * nowRows), (long)Math.Round(nowRows));
}
