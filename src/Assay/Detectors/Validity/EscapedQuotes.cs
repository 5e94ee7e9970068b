using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Quotes inside words that a program doubled or marked with a backslash and nobody turned back: <c>O''Neill</c>, <c>O\'Neill</c>.</summary>
public sealed class EscapedQuotes : Detector
{
    private const double CellConfidence = 0.95;

    public override Rule Rule { get; } = new("AS0229", "escaped-quotes", "Quotes left escaped", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var suspects = new SuspectValues(examination, column.Column);
            for (var code = 0; code < column.Values.Length; code++)
            {
                var text = column.Values[code];
                var mended = Mended(text);
                if (mended != text) suspects.Add(code, CellConfidence, $"{Wording.Quote(text)}: the quote inside the word is escaped, as programs write it.", new(mended));
            }

            if (suspects.Distinct == 0) continue;
            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "has" : "have")} a quote inside a word that is still escaped{suspects.SuchAs}.")
            {
                Repair = new("Write the quote once, without the escape.", IsCertain: false),
                Evidence = [new("values", (long)suspects.Distinct), new("share", suspects.Share)],
            });
        }
    }

    /// <summary>The text with one plain quote wherever an escaped one stands between two letters.</summary>
    private static string Mended(string text)
    {
        for (var i = 1; i < text.Length - 2; i++)
        {
            if (text[i + 1] != '\'' || text[i] is not ('\'' or '\\') || !char.IsLetter(text[i - 1]) || !char.IsLetter(text[i + 2])) continue;
            text = text.Remove(i, 1);
        }

        return text;
    }
}
