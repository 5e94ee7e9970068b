using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Values of a category that no longer occur, though chance would hardly leave them out.</summary>
public sealed class VanishedCategories : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0808", "vanished-categories", "Categories that vanished", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var pair in comparison.Pairs)
        {
            var (old, now) = (pair.Reference, pair.Current);
            if (old.Role != ColumnRole.Category || now.Role == ColumnRole.Empty || old.Values.Total == 0 || !now.Values.IsComplete || now.Values.Total == 0) continue;
            if (comparison.IsExplained(pair) || pair.GoesOn || old.IsPersonal || !pair.IsJudgeable) continue;
            var present = now.Values.Items.Select(static i => i.Key).ToHashSet(StringComparer.Ordinal);
            var level = comparison.LevelOfOne / Math.Max(1, old.Values.Items.Length);
            var gone = old.Values.Items.Where(item => !present.Contains(item.Key) && IsSurprise(pair, item.Value, level)).ToList();
            if (gone.Count == 0) continue;
            var share = gone.Sum(item => old.Values.Share(item.Value));
            yield return new(
                Rule, [pair.Column],
                $"{string.Join(", ", gone.Take(5).Select(static g => Wording.Quote(g.Key)))}{(gone.Count > 5 ? " …" : "")} made up {Wording.Percent(share)} of {pair.Column.Label} in the reference and no longer {(gone.Count == 1 ? "occurs" : "occur")}.")
            {
                Severity = share >= Comparison.LeastEffect ? Severity.Warning : Severity.Note,
                AffectedRows = (long)Math.Round(share * now.Present),
                Evidence = [new("vanished", (long)gone.Count), new("formerShare", share)],
            };
        }
    }

    private static bool IsSurprise(ColumnPair pair, long count, double level)
    {
        var rows = count * pair.ReferenceCount / pair.Reference.Values.Total;
        return Math.Pow(1 - pair.CurrentChance, rows) <= level;
    }
}
