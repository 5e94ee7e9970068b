using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Semantics;
using Assays.Profiling.Typing;

namespace Assays.Detectors.Validity;

/// <summary>Values that do not have the form of what their column is about: an address without @ among e-mail addresses.</summary>
/// <param name="believed">The share of values of the form from which the rest are errors and not another kind of thing.</param>
public sealed class MisfitValues(double believed = 0.95) : Detector
{
    private const double CellConfidence = 0.9;

    public override Rule Rule { get; } = new("AS0231", "misfit-values", "Values of the wrong form", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns)
        {
            if (profile.SemanticShare < believed || Name(profile.Semantic) is not { } name) continue;
            if (MeaningCatalog.All.FirstOrDefault(candidate => candidate.Type == profile.Semantic) is not { } meaning) continue;
            var values = examination.Sample[profile.Column];
            var misfits = new SuspectValues(examination, profile.Column);
            for (var code = 0; code < values.Values.Length; code++)
            {
                var text = values.Values[code].AsSpan().Trim();
                if (text.IsEmpty || MissingTokens.Strength(text) >= 0.5 || meaning.Looks(text) || IsList(text, meaning)
                    || (meaning is UrlMeaning && UrlMeaning.IsBare(text))) continue;
                misfits.Add(code, CellConfidence, $"Not {name}, while the other values are.");
            }

            if (misfits.Rows == 0) continue;
            yield return misfits.Complete(
                new(Rule, [profile.Column],
                    $"{Wording.Percent(1 - misfits.Share)} of the values of {profile.Column.Label} have the form of {name}, but {Wording.Count(misfits.Rows, "value")} have not{misfits.SuchAs}."));
        }
    }

    /// <summary>Several of them in one cell are another fault, if any.</summary>
    private static bool IsList(ReadOnlySpan<char> text, Meaning meaning)
    {
        foreach (var part in text.SplitAny(' ', ',', ';', '/', '\n'))
        {
            if (!text[part].IsEmpty && !meaning.Looks(text[part])) return false;
        }

        return true;
    }

    /// <summary>What the values should be; none for meanings whose form is too loose to call a value wrong by it.</summary>
    private static string? Name(SemanticType type) => type switch
    {
        SemanticType.Email => "an e-mail address",
        SemanticType.Url => "a URL",
        SemanticType.IpAddress => "an IP address",
        SemanticType.Uuid => "a UUID",
        SemanticType.Json => "JSON",
        SemanticType.Iban => "an IBAN",
        SemanticType.Issn => "an ISSN",
        SemanticType.Isbn => "an ISBN",
        _ => null,
    };
}
