using Assays.Data;
using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Drift.Changes;

/// <summary>Columns whose values are written in another way than in the reference: dates, numbers, codes.</summary>
public sealed class ChangedFormats : ChangeDetector
{
    private const double LeastShare = 0.01;
    private const int MostCells = 1_000;

    public override Rule Rule { get; } = new("AS0812", "changed-formats", "Values written differently", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var pair in comparison.Pairs)
        {
            if (pair.Reference.Role is ColumnRole.Empty or ColumnRole.Category || pair.Current.Role == ColumnRole.Empty || comparison.IsExplained(pair)) continue;
            if (pair.Reference.Masks.Total == 0 || pair.Current.Masks.Total == 0 || !pair.IsJudgeable || pair.Reference.IsProse) continue;
            var (old, now) = (Notation(pair.Reference), Notation(pair.Current));
            var known = old.Items.Select(static i => i.Key).ToHashSet(StringComparer.Ordinal);
            var allowed = old.Share(Math.Max(1, old.Floor)) * 3;
            var fresh = now.Items.Where(i => !known.Contains(i.Key)).ToList();
            var share = fresh.Sum(i => now.Share(i.Value));
            if (fresh.Count == 0 || share < Math.Max(LeastShare, allowed * fresh.Count)) continue;
            if (Math.Pow(pair.CurrentChance, share * pair.CurrentCount) * (known.Count + 1) > comparison.LevelOfOne) continue;
            yield return Report(comparison, pair, old, [.. fresh.Select(static f => f.Key)], share);
        }
    }

    private Finding Report(Comparison comparison, ColumnPair pair, FrequentItems old, HashSet<string> fresh, double share)
    {
        var values = comparison.Sample[pair.Column];
        var isNumber = IsNumber(pair.Reference);
        var codes = Enumerable.Range(0, values.Values.Length).Where(code => fresh.Contains(Sign(Mask.Loose(values.Values[code]), isNumber))).ToHashSet();
        var example = codes.Count == 0 || pair.Current.IsPersonal ? "" : $", such as {Wording.Quote(values.Values[codes.Min()])}";
        return new(
            Rule, [pair.Column],
            $"{Wording.Percent(share)} of {pair.Column.Label} is written in a way that the reference does not have{example}; there it is usually of the form {Wording.Quote(old.Items[0].Key)}.")
        {
            Severity = Severity.Warning,
            AffectedRows = (long)Math.Round(share * pair.Current.Present),
            AffectedCells = (long)Math.Round(share * pair.Current.Present),
            Cells =
            [
                .. Enumerable.Range(0, values.Codes.Length).Where(row => codes.Contains(values.Codes[row])).Take(MostCells)
                    .Select(row => new SuspectCell(comparison.Sample.RowNumbers[row], pair.Column, values[row], 0.8, "No value of the reference is written like this.")),
            ],
            Evidence = [new("share", share), new("usualForm", old.Items[0].Key), new("newForm", fresh.Order(StringComparer.Ordinal).First())],
        };
    }

    private static bool IsNumber(ColumnBaseline column) => column.Type is Assays.Profiling.ValueType.Integer or Assays.Profiling.ValueType.Number;

    private static FrequentItems Notation(ColumnBaseline column) => !IsNumber(column) ? column.Masks : FrequentItems.Of(
        column.Masks.Items.GroupBy(static i => Sign(i.Key, isNumber: true), StringComparer.Ordinal).Select(static g => KeyValuePair.Create(g.Key, g.Sum(static i => i.Value))),
        ColumnBaseline.MostMasks);

    // Whether a number is negative, whole or long is for other rules, and so is the E of a very small one.
    private static string Sign(string mask, bool isNumber)
    {
        if (!isNumber) return mask;
        var text = mask.TrimStart('-');
        var mantissa = text.IndexOfAny(['e', 'E', 'a', 'A']) is var at and > 0 && text[..at].All(static c => c is '9' or '.') && text[(at + 1)..].TrimStart('-', '+') == "9" ? text[..at] : text;
        return mantissa is "9" or "9.9" or ".9" or "9." ? "9" : mantissa;
    }
}
