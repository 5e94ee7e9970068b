using System.Collections.Frozen;

namespace Assays.Profiling.Typing;

/// <summary>Words and signs that people and programs put where a value is missing, with how far each can be believed on its own.</summary>
public static class MissingTokens
{
    private static readonly FrozenDictionary<string, double> Known = new Dictionary<string, double>
    {
        // Written by programs: they mean nothing else.
        ["null"] = 0.95, ["\\n"] = 0.98, ["nan"] = 0.95, ["nat"] = 0.8,
        ["#n/a"] = 0.99, ["#na"] = 0.97, ["#ref!"] = 0.99, ["#value!"] = 0.99, ["#div/0!"] = 0.99, ["#name?"] = 0.99, ["#null!"] = 0.99, ["#num!"] = 0.99,
        ["undefined"] = 0.9, ["blank"] = 0.8, ["empty"] = 0.85,
        // Written by people.
        ["n/a"] = 0.93, ["n.a."] = 0.93, ["n.a"] = 0.93, ["n\\a"] = 0.93, ["na"] = 0.85, ["n/k"] = 0.85, ["missing"] = 0.9, ["not available"] = 0.92,
        ["not known"] = 0.85, ["not recorded"] = 0.9, ["not reported"] = 0.85, ["not specified"] = 0.85, ["not provided"] = 0.88, ["not given"] = 0.88,
        ["no data"] = 0.95, ["no value"] = 0.93, ["data not available"] = 0.95, ["unspecified"] = 0.75, ["tbd"] = 0.85, ["tba"] = 0.85, ["to be determined"] = 0.85,
        ["?"] = 0.93, ["??"] = 0.93, ["???"] = 0.93, ["-"] = 0.9, ["--"] = 0.93, ["---"] = 0.93, ["–"] = 0.9, ["—"] = 0.9, ["."] = 0.88, [".."] = 0.9,
        ["..."] = 0.88, ["*"] = 0.6, ["**"] = 0.8, ["***"] = 0.9, ["****"] = 0.9, ["_"] = 0.8, ["#"] = 0.7, ["xx"] = 0.5, ["xxx"] = 0.6, ["0000-00-00"] = 0.97, ["0000-00-00 00:00:00"] = 0.97, ["00/00/0000"] = 0.97,
        // May be a level of a category as well as a hole in it.
        ["none"] = 0.6, ["nil"] = 0.7, ["unknown"] = 0.6, ["unk"] = 0.7, ["unkn"] = 0.75, ["not applicable"] = 0.65,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of a line drawn through the cell: <c>----</c>, <c>....</c>.</summary>
    private const double LineStrength = 0.93;

    /// <summary>Of a word in brackets: <c>{NULL}</c>, <c>&lt;NA&gt;</c>.</summary>
    private const double BracketedStrength = 0.98;

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How far a text can be believed, on its own, to mean a missing value: 0 to 1; 0 for any that is not known for it.</summary>
    public static double Strength(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 20) return text.Length == 0 ? 1 : 0;
        if (Lookup.TryGetValue(text, out var strength)) return strength;
        return IsBracketedWord(text) && Lookup.ContainsKey(text[1..^1]) ? BracketedStrength : IsLine(text) ? LineStrength : 0;
    }

    // A sign in brackets may be a value: (-) is a test that found nothing.
    private static bool IsBracketedWord(ReadOnlySpan<char> text) =>
        text is ['(', .., ')'] or ['[', .., ']'] or ['{', .., '}'] or ['<', .., '>'] && text.Length > 3 && char.IsLetter(text[1]);

    private static bool IsLine(ReadOnlySpan<char> text) => text.Length > 3 && text[0] is '-' or '.' or '?' or '_' or '–' or '—' && !text.ContainsAnyExcept(text[0]);
}
