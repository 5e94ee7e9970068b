using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Semantics;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>Rare values that are a slip of the keyboard away from a frequent value of the same column.</summary>
/// <param name="certain">The least probability at which a value is called misspelt.</param>
/// <param name="repairable">The least probability at which the frequent value is proposed in its place: another may be as near.</param>
public sealed class Misspellings(double certain = 0.5, double repairable = 0.7) : Detector
{
    private const double StrayConfidence = 0.9;

    public override Rule Rule { get; } = new("AS0250", "misspellings", "Misspelt values", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var suspects = new SuspectValues(examination, column.Column);
            foreach (var slip in Slips.Find(column.Values, column.Counts, Listed(examination.Profile[column.Column].Semantic)).Where(slip => slip.Probability >= certain))
            {
                suspects.Add(slip.Text, slip.Probability, Reason(column, slip), slip.Probability * slip.MeantShare >= repairable ? new(column.Values[slip.Meant]) : null);
            }

            foreach (var stray in StraySlip.Find(examination.Sample, column)) suspects.Add(stray.Code, StrayConfidence, Reason(column, stray), new(column.Values[stray.Meant]));

            if (suspects.Distinct == 0) continue;
            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "looks" : "look")} like a misspelling of another value "
                + $"that is far more frequent: {suspects.Examples}.")
            {
                Evidence = [new("misspellings", (long)suspects.Distinct), new("share", suspects.Share)],
                Repair = new("Replace each misspelling by the value that was meant.", IsCertain: false),
            });
        }
    }

    /// <summary>What a list has is no slip of another: 'en' beside 'eng' is the shorter code of the same language.</summary>
    private static Func<string, bool>? Listed(SemanticType type) =>
        MeaningCatalog.All.FirstOrDefault(meaning => meaning.Type == type) is { IsListed: true } meaning ? text => meaning.Fits(text) : null;

    private static string Reason(SampledColumn column, StraySlip stray)
    {
        var (written, meant) = (Wording.Quote(column.Values[stray.Code]), Wording.Quote(column.Values[stray.Meant]));
        return $"{written}: one letter from {meant}, which {Wording.Count(stray.Others, "other row")} with the same {stray.Thing.Label} have; no {stray.Thing.Label} has {written} throughout.";
    }

    private static string Reason(SampledColumn column, Slip slip)
    {
        var distance = slip.Edits > 1 ? $"{slip.Edits} characters"
            : slip.Edit.Kind == EditKind.Transposition ? "two swapped characters"
            : slip.Edit.Written is '\0' or ' ' || char.IsDigit(slip.Edit.Written) || !char.IsLetter(slip.Edit.Written) ? "one character" : "one letter";
        var (written, meant) = (column.Values[slip.Text], column.Values[slip.Meant]);
        return $"{Wording.Quote(written, meant)}: {distance} from {Wording.Quote(meant, written)}, "
            + $"which {Wording.Count(column.Counts[slip.Meant], "other row", "has", "have")}.";
    }
}
