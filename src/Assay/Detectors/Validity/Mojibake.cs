using System.Globalization;
using System.Text;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>
/// Text that was decoded with the wrong encoding (<c>cafÃ©</c>), that lost characters on the way (<c>caf�</c>), or in which marks stand
/// where accented letters were (<c>Schr̦der</c>).
/// </summary>
/// <param name="habitual">The share of a column's values with marks that form no letter from which on they are how its language is written.</param>
public sealed class Mojibake(double habitual = 0.05) : Detector
{
    private const double StrandedConfidence = 0.85;
    private const double LostConfidence = 0.98;
    private const double MisreadConfidence = 0.97;

    private static readonly Encoding Windows1252 =
        CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly Encoding Latin1 = Encoding.GetEncoding("iso-8859-1", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public override Rule Rule { get; } = new("AS0210", "mojibake", "Garbled characters", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            var misread = new SuspectValues(examination, values.Column);
            var lost = new SuspectValues(examination, values.Column);
            var stranded = new SuspectValues(examination, values.Column);
            for (var code = 0; code < values.Values.Length; code++)
            {
                var text = values.Values[code];
                if (Ascii.IsValid(text)) continue;
                var mended = Reread(text);
                if ((mended ?? text).Contains('\uFFFD', StringComparison.Ordinal))
                {
                    lost.Add(code, LostConfidence * Blemish.Weight(text), "The replacement character stands where characters were lost in decoding.");
                }
                else if (mended is not null)
                {
                    misread.Add(code, MisreadConfidence, "UTF-8 text was read in a one-byte encoding.", new(mended));
                }
                else if (StrandedMark.In(text) is { } mark)
                {
                    stranded.Add(code, StrandedConfidence, mark.ToString());
                }
            }

            if (misread.Rows > 0)
            {
                yield return misread.Complete(new(
                    Rule, [values.Column],
                    $"UTF-8 text was read in another encoding in {Wording.Count(misread.Rows, "value")} of {values.Column.Label}{misread.SuchAs}; reading it again mends it.")
                {
                    Aspect = "misread",
                    Repair = new("Decode the text again as UTF-8.", IsCertain: true),
                });
            }

            if (lost.Rows > 0)
            {
                yield return lost.Complete(
                    new(Rule, [values.Column],
                        $"Letters were lost before the data came here in {Wording.Count(lost.Rows, "value")} of {values.Column.Label}: the replacement character stands for them{lost.SuchAs}.")
                    {
                        Aspect = "lost",
                    });
            }

            if (stranded.Rows > 0 && stranded.Share < habitual)
            {
                yield return stranded.Complete(
                    new(Rule, [values.Column],
                        $"Accent marks hang on signs with which they form no letter in {Wording.Count(stranded.Rows, "value")} of {values.Column.Label}{stranded.SuchAs}; "
                        + "accented letters were most likely garbled before the data came here.")
                    {
                        Aspect = "stranded",
                    });
            }
        }
    }

    /// <summary>The text as it was meant, if some of it is UTF-8 that was read byte by byte.</summary>
    internal static string? Reread(string text)
    {
        var mended = new StringBuilder(text.Length);
        var changed = false;
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            while (i + length < text.Length && text[i + length] > '\u007F') length++;
            if (length == 0)
            {
                mended.Append(text[i++]);
                continue;
            }

            var run = text.Substring(i, length);
            var decoded = length < 2 ? null : Decode(run, Windows1252) ?? Decode(run, Latin1);
            mended.Append(decoded ?? run);
            changed |= decoded is not null;
            i += length;
        }

        return changed ? mended.ToString() : null;
    }

    private static string? Decode(string run, Encoding encoding)
    {
        try
        {
            var decoded = Utf8.GetString(encoding.GetBytes(run));
            return decoded.EnumerateRunes().All(IsLikely) ? decoded : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Two letters that happen to be valid UTF-8 (a capital letter and a closing guillemet, say) decode to scripts that are
    /// hardly met: phonetic signs, combining marks, controls. Real misread text decodes to letters, punctuation and signs.
    /// </summary>
    private static bool IsLikely(Rune rune) =>
        rune.Value is not (< 0xA0 or (>= 0x180 and < 0x370) or (>= 0x500 and < 0x600))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.PrivateUse);
}
