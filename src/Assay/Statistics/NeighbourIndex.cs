namespace Assays.Statistics;

/// <summary>
/// Finds, among many texts, those that one edit separates from a given one, without comparing all pairs: two such texts become equal
/// when at most one character is deleted from each (the deletion neighbourhood of Mor and Fraenkel, 1982, as in SymSpell).
/// </summary>
public sealed class NeighbourIndex
{
    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly Dictionary<ulong, List<int>> _places = [];
    private readonly List<string> _texts = [];

    /// <summary>Adds a text.</summary>
    /// <returns>Its number: 0 for the first.</returns>
    public int Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = _texts.Count;
        _texts.Add(text);
        foreach (var key in Keys(text))
        {
            if (!_places.TryGetValue(key, out var list)) _places[key] = list = [];
            if (list.Count == 0 || list[^1] != number) list.Add(number);
        }

        return number;
    }

    /// <summary>The numbers of the texts that are one edit away, ascending; not those that are equal.</summary>
    public IEnumerable<(int Number, Edit Edit)> Near(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = new List<int>();
        foreach (var key in Keys(text))
        {
            if (_places.TryGetValue(key, out var list)) seen.AddRange(list);
        }

        seen.Sort();
        for (var i = 0; i < seen.Count; i++)
        {
            if (i > 0 && seen[i] == seen[i - 1]) continue;
            if (Edit.Between(_texts[seen[i]], text) is { } edit) yield return (seen[i], edit);
        }
    }

    // Hashes of the text and of the text without each of its characters, from a polynomial hash of its prefixes: linear, no substrings.
    private static ulong[] Keys(string text)
    {
        var keys = new ulong[text.Length + 1];
        var suffix = 0UL;
        var power = 1UL;
        var prefix = new ulong[text.Length + 1];
        for (var i = 0; i < text.Length; i++) prefix[i + 1] = (prefix[i] * Base) + text[i] + 1;
        keys[text.Length] = prefix[text.Length];
        for (var i = text.Length - 1; i >= 0; i--)
        {
            keys[i] = (prefix[i] * power) + suffix;
            suffix += (text[i] + 1UL) * power;
            power *= Base;
        }

        return keys;
    }
}
