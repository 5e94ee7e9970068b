using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;

namespace Assays.Drift;

/// <summary>Puts a comparison into one word, its reasons, and the figures of each column.</summary>
public static class VerdictMaker
{
    private const int MostReasons = 5;

    public static ReferenceVerdict Make(Comparison comparison, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ImmutableArray<Finding> serious = [.. findings.Where(static f => f.Severity > Severity.Note).OrderByDescending(static f => f.Severity).ThenByDescending(static f => f.AffectedRows)];
        var verdict = serious.Any(static f => f.Severity == Severity.Error) ? Verdict.Stop : serious.IsEmpty ? Verdict.Safe : Verdict.Look;
        return new(
            comparison.Reference.Source, comparison.Reference.Rows, verdict,
            serious.IsEmpty ? [Safety(comparison)] : [.. serious.Take(MostReasons).Select(static f => f.Explanation)],
            [.. comparison.Pairs.Select(pair => Column(comparison, pair))]);
    }

    private static ComparedColumn Column(Comparison comparison, ColumnPair pair)
    {
        var shift = comparison.Shifts.GetValueOrDefault(pair);
        var column = new ComparedColumn(pair.Column, pair.Reference.Name, pair.Reference.MissingShare, pair.Current.MissingShare);
        return shift is null ? column with { Silence = Silence(pair) } : column with
        {
            Measure = shift.Measure, Effect = shift.Effect, NormedDistance = shift.NormedDistance, PValue = shift.PValue, QValue = shift.QValue, Detectable = shift.Detectable,
        };
    }

    private static string Silence(ColumnPair pair) =>
        pair.Reference.Role == ColumnRole.Empty || pair.Current.Role == ColumnRole.Empty ? "no values"
        : pair.GoesOn ? "counts on, as time does"
        : !pair.IsJudgeable ? $"fewer than {ColumnPair.FewestRows} values"
        : pair.Reference.IsPersonal || pair.Current.IsPersonal ? "about persons: only its gaps and shapes are compared"
        : "other kinds of values";

    private static string Safety(Comparison comparison)
    {
        var judged = comparison.Shifts.Count;
        if (judged == 0) return "Nothing that matters changed, but no column had enough values for its distribution to be compared.";
        var detectable = comparison.Shifts.Values.Where(static s => s.Measure == "ks").Select(static s => s.Detectable).DefaultIfEmpty(0).Max();
        var power = detectable > 0.1 ? $" With so few rows only shifts from {detectable.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} of a deviation on are found reliably." : "";
        return $"Nothing that matters changed in {Wording.Count(judged, "column")} whose distributions were compared.{power}";
    }
}
