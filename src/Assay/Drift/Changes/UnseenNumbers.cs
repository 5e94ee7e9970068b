using Assays.Data;
using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Drift.Changes;

/// <summary>Numbers outside what the reference had. More than chance would leave beyond its extremes are a warning; single ones far out are told.</summary>
public sealed class UnseenNumbers : ChangeDetector
{
    private const int MostCells = 1_000;
    private const double LeastShare = 0.001;
    private const int FewFar = 3;

    public override Rule Rule { get; } = new("AS0809", "unseen-numbers", "Numbers never seen", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var pair in comparison.Pairs)
        {
            if (pair.Reference.Role != ColumnRole.Quantity || pair.Reference.Numbers is null || pair.Reference.Moments.Count == 0) continue;
            if (pair.GoesOn || comparison.IsExplained(pair) || pair.Current.IsPersonal) continue;
            var range = LearnedRange.Of(pair.Reference);
            var values = comparison.Sample[pair.Column];
            var (beyond, far) = (Count(values, range.Low, range.High), Count(values, range.FarLow, range.FarHigh));

            var level = comparison.LevelOfOne / 2;
            var isMany = beyond >= LeastShare * values.Present && Chance(pair, beyond) <= level;
            var isFar = (far >= FewFar && range.IsBounded) || (far > 0 && Chance(pair, far) <= level);
            if (!isMany && far == 0) continue;
            yield return Report(comparison, pair, range, isMany || isFar, isMany ? beyond : far);
        }
    }

    private Finding Report(Comparison comparison, ColumnPair pair, LearnedRange range, bool isSurprise, int rows)
    {
        var (low, high) = rows == 0 || !isSurprise ? (range.FarLow, range.FarHigh) : Count(comparison.Sample[pair.Column], range.Low, range.High) == rows ? (range.Low, range.High) : (range.FarLow, range.FarHigh);
        var number = SqlText.Call(SqlFunction.Number, SqlText.Of($"{pair.Column}"));
        return new(
            Rule, [pair.Column],
            $"{Wording.Count(rows, "value")} of {pair.Column.Label} {(rows == 1 ? "lies" : "lie")} outside the {Number(range.Low)} to {Number(range.High)} of the reference; the current table goes from {Number(pair.Current.Moments.Low)} to {Number(pair.Current.Moments.High)}.{(isSurprise ? "" : " So few may be chance.")}")
        {
            Severity = isSurprise ? Severity.Warning : Severity.Note,
            AffectedRows = rows,
            AffectedCells = rows,
            Rows = SqlText.Of($"({number} < {low} OR {number} > {high})"),
            Cells = [.. CellsOf(comparison.Sample, comparison.Sample[pair.Column], low, high, isSurprise)],
            Evidence = [new("referenceLow", range.Low), new("referenceHigh", range.High), new("low", pair.Current.Moments.Low), new("high", pair.Current.Moments.High), new("rows", (long)rows)],
        };
    }

    // The next number inwards of the largest is as likely from either table: at one end k and more in a row are of the current one with the chance
    // to the k, and the ends' numbers add up.
    private static double Chance(ColumnPair pair, int beyond) => Math.Pow(pair.CurrentChance, beyond) * (1 + beyond * (1 - pair.CurrentChance));

    private static int Count(SampledColumn values, double low, double high)
    {
        var rows = 0;
        for (var i = 0; i < values.Numbers.Length; i++)
        {
            if (values.Numbers[i] < low || values.Numbers[i] > high) rows += values.Counts[i];
        }

        return rows;
    }

    private static IEnumerable<SuspectCell> CellsOf(Sample sample, SampledColumn values, double low, double high, bool isSurprise)
    {
        var listed = 0;
        for (var row = 0; row < values.Codes.Length && listed < MostCells; row++)
        {
            var number = values.Number(row);
            if (!(number < low || number > high)) continue;
            listed++;
            yield return new(sample.RowNumbers[row], values.Column, values[row], isSurprise ? 0.8 : 0.4, "The reference has no number so far out.");
        }
    }

    private static string Number(double value) => value.ToString("#,0.######", System.Globalization.CultureInfo.InvariantCulture);
}
