using System.Globalization;
using System.Text;

namespace Assays.Reports;

/// <summary>
/// Values and names of the source as they may be shown to a person: on one line, cut at a length, and with every character visible
/// that would otherwise act (a terminal's escapes, marks that turn the direction of text) or be unseen.
/// </summary>
internal static class Legible
{
    public static string Of(string? text, int maxLength = 200)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var cut = text.Length > maxLength ? CutAt(text, maxLength) : text;
        if (!cut.Any(static c => Acts(c) || char.IsSurrogate(c))) return cut;

        var shown = new StringBuilder(cut.Length + 8);
        foreach (var rune in cut.EnumerateRunes())
        {
            if (rune.IsBmp && Acts((char)rune.Value)) shown.Append(Picture((char)rune.Value));
            else shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>A number with thousands signs: <c>12,345</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>One thing or many: <c>1 row</c>, <c>2 rows</c>.</summary>
    public static string Count(long count, string thing) => count == 1 ? $"1 {thing}" : $"{Count(count)} {thing}s";

    /// <summary>A number as people read it: six significant digits at most.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value)) return "–";
        if (value == Math.Floor(value) && Math.Abs(value) < 1e15) return value.ToString("N0", CultureInfo.InvariantCulture);
        return Math.Abs(value) is >= 1e9 or < 1e-4
            ? value.ToString("0.####E+0", CultureInfo.InvariantCulture)
            : double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).ToString("#,0.##########", CultureInfo.InvariantCulture);
    }

    /// <summary>A share in percent; never rounded to all or nothing when it is not.</summary>
    public static string Percent(double share) => share switch
    {
        double.NaN => "–",
        0 => "0 %",
        1 => "100 %",
        < 0.001 and > 0 => "<0.1 %",
        > 0.999 and < 1 => ">99.9 %",
        _ => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A size in bytes: <c>1.4 MB</c>.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => (bytes / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " kB",
        < 1_000_000_000 => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " MB",
        _ => (bytes / 1e9).ToString("0.##", CultureInfo.InvariantCulture) + " GB",
    };

    private static string CutAt(string text, int length) =>
        string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");

    private static bool Acts(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is '\uFFFE' or '\uFFFF';

    private static string Picture(char c) => c switch
    {
        '\n' => "↵",
        '\r' => "␍",
        '\t' => "⇥",
        < ' ' => ((char)('\u2400' + c)).ToString(),
        '\u007F' => "␡",
        '\u00AD' => "‹soft hyphen›",
        '\u200B' or '\uFEFF' => "‹zero width›",
        _ => $"‹U+{(int)c:X4}›",
    };
}
