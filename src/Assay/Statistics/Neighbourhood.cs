namespace Assays.Statistics;

/// <summary>The texts that are one stroke of the keyboard away from a text: a character left out, put in, replaced or swapped with the next.</summary>
public static class Neighbourhood
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Every text one edit away, in small Latin letters; some of them more than once.</summary>
    public static IEnumerable<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i <= text.Length; i++)
        {
            var (left, right) = (text[..i], text[i..]);
            if (right.Length > 0) yield return string.Concat(left, right.AsSpan(1));
            if (right.Length > 1) yield return $"{left}{right[1]}{right[0]}{right[2..]}";
            foreach (var letter in Letters)
            {
                yield return $"{left}{letter}{right}";
                if (right.Length > 0) yield return $"{left}{letter}{right[1..]}";
            }
        }
    }

    /// <summary>The texts of a set that are one edit away, each once, with the edit that makes the text of it.</summary>
    /// <param name="text">The text as it was written.</param>
    /// <param name="isMeant">Whether a text is one that may have been meant.</param>
    public static IEnumerable<(string Meant, Edit Edit)> Of(string text, Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var meant in Of(text))
        {
            if (isMeant(meant) && seen.Add(meant) && Edit.Between(meant, text) is { } edit) yield return (meant, edit);
        }
    }
}
