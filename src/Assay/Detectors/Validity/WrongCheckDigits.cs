using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Semantics;

namespace Assays.Detectors.Validity;

/// <summary>Numbers with check digits (IBAN, ISBN, ISSN, EAN, payment cards) whose digits do not add up: one of them is mistyped.</summary>
/// <param name="believed">The share of right check digits from which the column is believed to have them.</param>
public sealed class WrongCheckDigits(double believed = 0.8) : Detector
{
    private const double CellConfidence = 0.96;

    public override Rule Rule { get; } = new("AS0230", "wrong-check-digits", "Wrong check digits", Dimension.Validity, Severity.Error);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.SemanticShare < believed || Meaning(profile.Semantic) is not { } meaning) continue;
            var values = examination.Sample[profile.Column];
            var wrong = new SuspectValues(examination, profile.Column);
            for (var code = 0; code < values.Values.Length; code++)
            {
                var text = values.Values[code].AsSpan().Trim();
                if (meaning.Looks(text) && !meaning.Fits(text)) wrong.Add(code, CellConfidence, "The check digit does not fit the other digits.");
            }

            if (wrong.Rows == 0) continue;
            yield return wrong.Complete(
                new(Rule, [profile.Column],
                    $"The check digit is wrong in {Wording.Count(wrong.Rows, "value")} of {profile.Column.Label} ({Name(profile.Semantic)}){wrong.SuchAs}: at least one digit is mistyped."));
        }
    }

    private static Meaning? Meaning(SemanticType type) =>
        type is SemanticType.Iban or SemanticType.Isbn or SemanticType.Issn or SemanticType.Ean or SemanticType.CardNumber
            ? MeaningCatalog.All.FirstOrDefault(meaning => meaning.Type == type)
            : null;

    private static string Name(SemanticType type) => type == SemanticType.CardNumber ? "payment card numbers" : type.ToString().ToUpperInvariant();
}
