using System.Collections.Immutable;
using System.Globalization;

namespace Assays.Profiling;

/// <summary>The words of a column's name: <c>zip_code</c>, <c>zipCode</c> and <c>Zip Code</c> are all zip, code.</summary>
public sealed class ColumnName
{
    private readonly ImmutableHashSet<string> _set;

    private ColumnName(ImmutableArray<string> words) => (Words, _set) = (words, words.ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>The words in lower case, in their order.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Whether any of the words is in the name, or two neighbours written as one are (<c>first name</c> for <c>firstname</c>).</summary>
    public bool HasAny(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (_set.Contains(word)) return true;
        }

        for (var i = 0; i + 1 < Words.Length; i++)
        {
            var pair = Words[i] + Words[i + 1];
            foreach (var word in words)
            {
                if (pair == word) return true;
            }
        }

        return false;
    }

    public static ColumnName Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && !Ends(name, start, i)) continue;
            if (i > start) words.Add(name[start..i].ToLower(CultureInfo.InvariantCulture));
            start = i < name.Length && !char.IsLetterOrDigit(name[i]) && !IsSign(name[i]) ? i + 1 : i;
        }

        return new(words.ToImmutable());
    }

    // A word ends before a sign that means something (%, $), before a capital after a small letter, and at a change between letters and digits.
    private static bool Ends(string name, int start, int at)
    {
        var here = name[at];
        if (!char.IsLetterOrDigit(here)) return !IsSign(here) || at > start;
        if (at == start) return false;
        var before = name[at - 1];
        if (char.IsDigit(here) != char.IsDigit(before)) return true;
        if (!char.IsUpper(here)) return false;
        return char.IsLower(before) || (at + 1 < name.Length && char.IsLower(name[at + 1]) && char.IsUpper(before));
    }

    private static bool IsSign(char letter) => letter is '%' or '$' or '€' or '£' or '#' or '°';
}
