using System.Globalization;
using Assays.Detectors;
using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns whose distribution moved: by how much first, then whether chance may have done it, over all columns together.</summary>
public sealed class DriftedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0813", "drifted-columns", "Distribution that moved", Dimension.Stability, Severity.Warning);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return
            from pair in comparison.Pairs
            where pair.Column != comparison.Target && pair.Column != comparison.Prediction && !comparison.IsExplained(pair)
            where comparison.HasMoved(pair)
            let shift = comparison.Shifts[pair]
            where !IsNewOrGone(pair, shift)
            select Report(Rule, pair, shift);
    }

    internal static Finding Report(Rule rule, ColumnPair pair, ColumnShift shift) => new(rule, [pair.Column], Words(pair, shift))
    {
        Severity = shift.Effect >= Comparison.NotableEffect || shift.NormedDistance >= Comparison.NotableDistance ? Severity.Warning : Severity.Note,
        Confidence = Math.Clamp(1 - shift.QValue, 0.5, 0.999),
        AffectedRows = (long)Math.Round(Math.Min(1, shift.Effect) * pair.Current.Present),
        Evidence =
        [
            new("effect", shift.Effect), new("measure", shift.Measure), new("normedDistance", shift.NormedDistance), new("jensenShannon", shift.JensenShannon),
            new("stabilityIndex", shift.StabilityIndex), new("pValue", shift.PValue), new("qValue", shift.QValue),
            new("referenceRows", Math.Round(pair.ReferenceCount)), new("currentRows", Math.Round(pair.CurrentCount)), new("detectable", shift.Detectable),
        ],
    };

    private static string Words(ColumnPair pair, ColumnShift shift)
    {
        var name = pair.Column.Label;
        if (shift.Measure == "tv") return $"The shares of the values of {name} moved: {Wording.Percent(shift.Effect)} of the rows would have to change to make them as in the reference.{Leader(pair)}";
        var how = Math.Abs(shift.MedianShift) >= 0.02
            ? $"its middle went {(shift.MedianShift > 0 ? "up" : "down")} by {Number(Math.Abs(shift.MedianShift))} of its usual deviation"
            : "its middle stayed and its shape changed";
        var what = pair.Reference.Role == Baselines.ColumnRole.Text ? $"The lengths of {name} moved" : $"{name} moved";
        return $"{what}: {how}, and {Wording.Percent(shift.Effect)} of the rows lie elsewhere than in the reference.";
    }

    private static string Leader(ColumnPair pair)
    {
        if (pair.Current.IsPersonal) return "";
        var (old, now) = (pair.Reference.Values, pair.Current.Values);
        var shares = old.Items.ToDictionary(static i => i.Key, i => old.Share(i.Value), StringComparer.Ordinal);
        var most = now.Items.Where(i => shares.ContainsKey(i.Key)).OrderByDescending(i => Math.Abs(now.Share(i.Value) - shares[i.Key])).FirstOrDefault();
        return most.Key is null ? "" : $" {Wording.Quote(most.Key)} most: {Wording.Percent(shares[most.Key])} then, {Wording.Percent(now.Share(most.Value))} now.";
    }

    // New and vanished values have rules of their own, when they are all that happened.
    private static bool IsNewOrGone(ColumnPair pair, ColumnShift shift)
    {
        if (shift.Measure != "tv" || !pair.Reference.Values.IsComplete || !pair.Current.Values.IsComplete) return false;
        var (old, now) = (pair.Reference.Values, pair.Current.Values);
        var both = old.Items.Select(static i => i.Key).Intersect(now.Items.Select(static i => i.Key)).ToHashSet(StringComparer.Ordinal);
        var fresh = now.Items.Where(i => !both.Contains(i.Key)).Sum(i => now.Share(i.Value));
        var gone = old.Items.Where(i => !both.Contains(i.Key)).Sum(i => old.Share(i.Value));
        return Math.Max(fresh, gone) >= 0.7 * shift.Effect && pair.Reference.Role == Baselines.ColumnRole.Category;
    }

    private static string Number(double value) => value.ToString(value < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
