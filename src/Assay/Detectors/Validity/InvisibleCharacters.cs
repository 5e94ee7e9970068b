using System.Globalization;
using System.Text;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Control and zero-width characters inside values: nobody sees them, and they make equal things unequal.</summary>
/// <param name="systematic">The share of values from which on such characters are how the file is written, and the values say what they should.</param>
public sealed class InvisibleCharacters(double systematic = 0.5) : Detector
{
    private const double CellConfidence = 0.95;
    private const double SystematicConfidence = 0.4;

    public override Rule Rule { get; } = new("AS0221", "invisible-characters", "Invisible characters", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            var suspects = new SuspectValues(examination, values.Column);
            var stripped = values.Values.Select(static (value, code) => (Code: code, Visible: Strip(value))).Where(static value => value.Visible is not null).ToList();
            var confidence = stripped.Sum(value => (double)values.Counts[value.Code]) < systematic * values.Present || stripped.Count == 1 ? CellConfidence : SystematicConfidence;
            foreach (var (code, visible) in stripped)
            {
                suspects.Add(code, confidence * Blemish.Weight(values.Values[code]), "Contains a control or zero-width character.", new(visible!.Length == 0 ? null : visible));
            }

            if (suspects.Rows == 0) continue;
            yield return suspects.Complete(
                new(Rule, [values.Column],
                    $"Control or zero-width characters, which nobody sees, stand in {Wording.Count(suspects.Rows, "value")} of {values.Column.Label}{suspects.SuchAs}.")
                {
                    Repair = new("Remove the invisible characters.", IsCertain: true),
                });
        }
    }

    /// <summary>The value without its invisible characters; none when it has no such character.</summary>
    private static string? Strip(string text)
    {
        if (!text.Any(MayBeInvisible)) return null;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsInvisible(text, i)) kept.Append(text[i]);
        }

        return kept.Length == text.Length ? null : kept.ToString();
    }

    private static bool MayBeInvisible(char letter) => letter is < ' ' or (>= '\u007F' and < '\u00A0') or '\u00AD' or (>= '\u200B' and <= '\u206F') or '\uFEFF';

    /// <summary>Tabs and line breaks are white space, joiners belong to scripts and emoji: neither is stray.</summary>
    private static bool IsInvisible(string text, int at) => text[at] switch
    {
        '\t' or '\n' or '\r' => false,
        '\u200C' or '\u200D' => at == 0 || at == text.Length - 1 || char.IsAscii(text[at - 1]) && char.IsAscii(text[at + 1]),
        '\uFEFF' or '\u200B' or '\u2060' or '\u00AD' => true,
        var letter => char.GetUnicodeCategory(letter) == UnicodeCategory.Control
            || (letter is >= '\u200E' and <= '\u202E' && char.GetUnicodeCategory(letter) == UnicodeCategory.Format),
    };
}
