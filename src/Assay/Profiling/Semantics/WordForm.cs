using System.Buffers;
using System.Globalization;
using System.Text;

namespace Assays.Profiling.Semantics;

/// <summary>A word as it stands in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its characters.</param>
public readonly record struct WordPlace(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>How words are found in texts and compared: without regard to case, accents and apostrophes.</summary>
public static class WordForm
{
    /// <summary>Letters that have no plain one under their accent.</summary>
    private const string Ligatures = "ßæœðþ";

    /// <summary>Signs of file names, addresses and formulas.</summary>
    private static readonly SearchValues<char> Glue = SearchValues.Create("@_\\=<>#&%^+~|\uFFFD0123456789");

    private static readonly string[] LigaturesWritten = ["ss", "ae", "oe", "d", "th"];

    /// <summary>A text in small letters without accents.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Accents.Strip(text.ToLowerInvariant()))
        {
            var at = Ligatures.IndexOf(letter, StringComparison.Ordinal);
            if (at >= 0) plain.Append(LigaturesWritten[at]);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.SpacingCombiningMark) plain.Append(letter is '’' or '`' ? '\'' : letter);
        }

        return plain.ToString();
    }

    /// <summary>
    /// The words of a text: runs of letters, with apostrophes in them. What is glued together by digits or signs, as file names, addresses and codes are,
    /// is no text and left out.
    /// </summary>
    public static IEnumerable<WordPlace> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end > start && !IsGlued(text.AsSpan(start, end - start)))
            {
                for (var i = start; i < end;)
                {
                    var last = i;
                    while (last < end && (char.IsLetter(text[last]) || (text[last] is '\'' or '’' && last > i))) last++;
                    if (last > i) yield return new(i, last - i);
                    i = last + 1;
                }
            }

            start = end + 1;
        }
    }

    private static bool IsGlued(ReadOnlySpan<char> chunk)
    {
        if (chunk.ContainsAny(Glue)) return true;
        for (var i = 1; i < chunk.Length - 1; i++)
        {
            if (chunk[i] is '.' or ':' && char.IsLetter(chunk[i - 1]) && !char.IsWhiteSpace(chunk[i + 1])) return true;
        }

        return false;
    }
}
