using System.Collections.Frozen;

namespace Assays.Profiling.Typing;

/// <summary>The words for true and false, in pairs: a column is boolean when its values are the two of one pair.</summary>
public static class BooleanText
{
    private static readonly (string True, string False)[] Pairs =
    [
        ("true", "false"), ("yes", "no"), ("y", "n"), ("t", "f"), ("on", "off"), ("1", "0"),
        ("oui", "non"), ("ja", "nein"), ("si", "no"), ("sí", "no"), ("да", "нет"),
    ];

    private static readonly FrozenSet<string> Words =
        Pairs.SelectMany(static pair => new[] { pair.True, pair.False }).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text is a word of any pair.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => text.Length <= 5 && Lookup.Contains(text.Trim());

    /// <summary>Whether two texts are the two words of one pair, in any order and case.</summary>
    public static bool IsPair(string one, string other) =>
        Pairs.Any(pair => (Same(one, pair.True) && Same(other, pair.False)) || (Same(one, pair.False) && Same(other, pair.True)));

    /// <summary>What a word means; none when it is no such word.</summary>
    public static bool? Read(string text) =>
        Pairs.Any(pair => Same(text, pair.True)) ? true : Pairs.Any(pair => Same(text, pair.False)) ? false : null;

    private static bool Same(string text, string word) => text.AsSpan().Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
