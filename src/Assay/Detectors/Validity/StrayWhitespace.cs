using System.Text;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Validity;

/// <summary>White space around values or doubled inside them, which makes equal things unequal and numbers unreadable.</summary>
/// <param name="systematic">The share of values from which on white space is how the file is written, and no slip.</param>
public sealed class StrayWhitespace(double systematic = 0.5) : Detector
{
    private const double OuterConfidence = 0.9;
    private const double UnusualConfidence = 0.7;

    /// <summary>Of a doubled space that makes two values of what would be one.</summary>
    private const double PartingConfidence = 0.85;

    /// <summary>Of a doubled space that parts nothing: untidy, yet the value most likely says what it should.</summary>
    private const double DoubledConfidence = 0.35;

    public override Rule Rule { get; } = new("AS0220", "stray-whitespace", "Stray white space", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            var stray = new SuspectValues(examination, values.Column);
            var prose = IsProse(examination.Profile[values.Column]);
            var known = new Lazy<HashSet<string>>(() => values.Values.ToHashSet(StringComparer.Ordinal));
            for (var code = 0; code < values.Values.Length; code++)
            {
                var text = values.Values[code];
                if (string.IsNullOrWhiteSpace(text)) continue;
                var trimmed = text.Trim();
                if (trimmed.Length < text.Length)
                {
                    stray.Add(code, OuterConfidence, "White space before or after the value.", new(Single(trimmed, prose)));
                }
                else if (Single(text, prose) is var single && single != text)
                {
                    var (confidence, reason) = WeighInner(text, single, known);
                    stray.Add(code, confidence, reason, new(single));
                }
            }

            if (stray.Rows > 0) yield return Report(stray, values.Column);
        }
    }

    private static (double Confidence, string Reason) WeighInner(string text, string single, Lazy<HashSet<string>> known) =>
        known.Value.Contains(single) ? (PartingConfidence, $"Doubled white space parts it from {Wording.Quote(single)}, which other rows have.")
        : text.Any(static letter => letter != ' ' && char.IsWhiteSpace(letter)) ? (UnusualConfidence, "Unusual white space inside the value.")
        : (DoubledConfidence, "Doubled white space inside the value.");

    private Finding Report(SuspectValues stray, Column column)
    {
        var repair = new Repair("Trim the values and keep single spaces inside.", IsCertain: true);
        if (stray.Share < systematic)
        {
            return stray.Complete(new(
                Rule, [column], $"Stray white space stands in {Wording.Count(stray.Rows, "value")} of {column.Label} ({Wording.Percent(stray.Share)}){stray.SuchAs}.")
            {
                Repair = repair,
            });
        }

        var everywhere = stray.Complete(new(
            Rule, [column], $"{Wording.Percent(stray.Share)} of the values of {column.Label} are padded with white space{stray.SuchAs}; trim them when reading.")
        {
            Severity = Severity.Note, Repair = repair,
        });
        return everywhere with { Cells = [], Rows = null };
    }

    /// <summary>Texts of several sentences, in which two spaces after a full stop and line breaks are a habit and no error.</summary>
    private static bool IsProse(ColumnProfile profile) => profile.Semantic is SemanticType.FreeText or SemanticType.Json || profile.Lengths is { Median: > 60 };

    private static string Single(string text, bool prose)
    {
        if (prose) return text;
        var single = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var space = char.IsWhiteSpace(letter);
            if (!space) single.Append(letter);
            else if (single.Length == 0 || single[^1] != ' ') single.Append(' ');
        }

        return single.ToString();
    }
}
