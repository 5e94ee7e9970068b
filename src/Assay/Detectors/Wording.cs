using System.Globalization;
using System.Text;

namespace Assays.Detectors;

/// <summary>How numbers and values are put into the sentences of findings.</summary>
public static class Wording
{
    private const int LongestQuote = 40;

    /// <summary>Characters of a shortened value before the place where it differs from another, and after it at least.</summary>
    private const int Before = 20, LeastAfter = 6;

    /// <summary>A share as a percentage with as many digits as it deserves: <c>5.3 %</c>, <c>0.04 %</c>.</summary>
    public static string Percent(double share)
    {
        var percent = 100 * share;
        var format = percent switch { 0 or 100 => "0", >= 99.95 and < 100 => "0.####", >= 10 => "0.#", >= 0.1 => "0.##", _ => "0.####" };
        return $"{percent.ToString(format, CultureInfo.InvariantCulture)} %";
    }

    /// <summary>A count with its noun: <c>1 row</c>, <c>1,234 rows</c>.</summary>
    public static string Count(long count, string noun, string? plural = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>A count with its noun and the verb that agrees with it: <c>1 row holds</c>, <c>1,234 rows hold</c>.</summary>
    public static string Count(long count, string noun, string one, string many) => $"{Count(count, noun)} {(count == 1 ? one : many)}";

    /// <summary>A value in quotation marks, shortened, its invisible characters made visible.</summary>
    public static string Quote(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return QuoteFrom(value, 0);
    }

    /// <summary>A value in quotation marks, shortened to where it differs from another that stands in the same sentence.</summary>
    public static string Quote(string value, string other)
    {
        ArgumentNullException.ThrowIfNull(value);
        var same = value.AsSpan().CommonPrefixLength(other);
        if (same < LongestQuote - LeastAfter || value.Length <= LongestQuote) return QuoteFrom(value, 0);
        var start = same - Before;
        var space = value.AsSpan(start, Before / 2).IndexOf(' ');
        if (space >= 0) start += space + 1;
        return QuoteFrom(value, char.IsLowSurrogate(value[start]) ? start - 1 : start);
    }

    private static string QuoteFrom(string value, int start)
    {
        var text = new StringBuilder(start > 0 ? "'…" : "'");
        foreach (var rune in value.AsSpan(start).EnumerateRunes())
        {
            if (text.Length > LongestQuote)
            {
                text.Append('…');
                break;
            }

            var visible = rune.Value is ' ' || Rune.GetUnicodeCategory(rune) is not
                (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse);
            text.Append(visible ? rune.ToString() : $"\\u{rune.Value:X4}");
        }

        return text.Append('\'').ToString();
    }

    /// <summary>Values in quotation marks, the first few of them: <c>'a', 'b' and 3 more</c>.</summary>
    public static string List(IReadOnlyCollection<string> values, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join([.. values.Take(most).Select(Quote)], values.Count - most);
    }

    /// <summary>Words in a row, and how many were left out: <c>a, b and 3 more</c>.</summary>
    public static string Join(IReadOnlyList<string> words, int more = 0)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (more > 0) return $"{string.Join(", ", words)} and {more.ToString("N0", CultureInfo.InvariantCulture)} more";
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
    }
}
