using Assays.Data;
using Assays.Profiling.Semantics;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>The words of a column's distinct values, and which of them no list knows.</summary>
internal sealed class ColumnWords
{
    /// <summary>Distinct values that are looked at, evenly spaced, to see whether a column is of words.</summary>
    private const int FirstLook = 200;

    /// <summary>The share of known words below which a column is not of English words, and misspellings cannot be told.</summary>
    private const double LeastKnown = 0.5;

    private const int ShortestWord = 4;
    private const int LongestWord = 24;

    /// <summary>Values with the same unknown word from which it is a word of the column.</summary>
    private const int Established = 3;

    /// <summary>How many more values have the word that was meant, where a slip is in several.</summary>
    private const int Dominance = 5;

    private readonly SampledColumn _column;
    private readonly SortedDictionary<string, List<(int Code, WordPlace Place)>> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
    private readonly int _longest;

    public ColumnWords(SampledColumn column)
    {
        _column = column;
        IsWorthReading = Looks(column);
        if (!IsWorthReading) return;
        _longest = column.Values.Max(static value => value.Length);
        for (var code = 0; code < column.Values.Length; code++) Read(code);
        KnownShare = Count == 0 ? 0 : (double)_known.Count / Count;
        UsualShare = _known.Count == 0 ? 0 : (double)_known.Keys.Count(static word => Vocabulary.IsUsual(word)) / _known.Count;
        IsWorthReading = KnownShare >= LeastKnown;
    }

    /// <summary>Whether most words are known, so that an unknown one means something.</summary>
    public bool IsWorthReading { get; }

    public double KnownShare { get; }

    /// <summary>The share of usual words among the known ones: near one in texts, a third in columns of names.</summary>
    public double UsualShare { get; }

    /// <summary>Distinct words.</summary>
    public int Count => _known.Count + _unknown.Count;

    public IEnumerable<string> Unknown => _unknown.Keys;

    public bool Has(string word) => _known.ContainsKey(word);

    /// <summary>The values that have an unknown word, and where.</summary>
    public IReadOnlyList<(int Code, WordPlace Place)> Places(string word) => _unknown[word];

    /// <summary>Whether so many values have an unknown word that it belongs to the column.</summary>
    public bool IsEstablished(string word) =>
        _unknown[word].Count >= Established && !Vocabulary.Near(word).Any(near => _known.GetValueOrDefault(near.Word) >= Dominance * _unknown[word].Count);

    /// <summary>Whether a missing last letter fell victim to the longest length that the column's values have.</summary>
    public bool IsCutOff(string word, Edit edit) =>
        edit.Kind == EditKind.Deletion && edit.At >= word.Length && _unknown[word].All(found => found.Place.End == _longest);

    /// <summary>A text with a word in place of another, in capitals where the other was.</summary>
    public static string Replace(string text, WordPlace place, string word)
    {
        var written = text.AsSpan(place.Start, place.Length);
        var isAllUpper = written.Length > 1 && char.IsUpper(written[0]) && char.IsUpper(written[1]);

        // A capital in the second place has changed places with the first letter.
        var isCapital = char.IsUpper(written[0]) || (written.Length > 2 && char.IsUpper(written[1]) && char.IsLower(written[2]));
        var cased = isAllUpper ? word.ToUpperInvariant() : isCapital ? char.ToUpperInvariant(word[0]) + word[1..] : word;
        return string.Concat(text.AsSpan(0, place.Start), cased, text.AsSpan(place.End));
    }

    private void Read(int code)
    {
        var text = _column.Values[code];
        foreach (var place in WordForm.Words(text))
        {
            var written = text.AsSpan(place.Start, place.Length);
            if (Plain(written) is not { } word) continue;
            if (_known.TryGetValue(word, out var seen)) _known[word] = seen + 1;
            else if (_unknown.TryGetValue(word, out var places)) places.Add((code, place));
            else if (Vocabulary.IsKnown(word)) _known[word] = 1;
            else _unknown[word] = [(code, place)];
        }
    }

    /// <summary>A word as the lists have it; none for what they cannot know: short words, other alphabets, capitals inside a word, owners' marks.</summary>
    private static string? Plain(ReadOnlySpan<char> written)
    {
        if (written.Length is < ShortestWord or > LongestWord || !System.Text.Ascii.IsValid(written) || written.Contains('\'')) return null;
        for (var i = 2; i < written.Length; i++)
        {
            if (char.IsUpper(written[i]) && char.IsLower(written[i - 1])) return null;
        }

        return WordForm.Plain(written.ToString());
    }

    private static bool Looks(SampledColumn column)
    {
        var step = Math.Max(1, column.Values.Length / FirstLook);
        var (usual, words) = (0, 0);
        for (var code = 0; code < column.Values.Length; code += step)
        {
            var text = column.Values[code];
            foreach (var place in WordForm.Words(text))
            {
                if (Plain(text.AsSpan(place.Start, place.Length)) is not { } word) continue;
                words++;
                if (Vocabulary.IsUsual(word)) usual++;
            }
        }

        return words > 0 && usual >= 0.3 * words;
    }
}
