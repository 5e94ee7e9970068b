using System.Text;

namespace Assays.Corruption;

/// <summary>Damages a text as people and machines do.</summary>
internal static class Slip
{
    private static readonly string[] _keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    private static readonly (string Printed, string Read)[] _readings =
        [("O", "0"), ("o", "0"), ("l", "1"), ("I", "l"), ("rn", "m"), ("m", "rn"), ("S", "5"), ("B", "8"), ("e", "c"), ("cl", "d"), ("0", "O"), ("1", "l"), ("5", "S")];

    private const string Vowels = "aeiouAEIOU";
    private const string Accents = "áéíöüÁÉÍÖÜ";

    /// <summary>A letter too many, too few or another, or two exchanged.</summary>
    public static string Typing(string text, Random random)
    {
        var at = random.Next(text.Length - 1);
        var letter = (char)('a' + random.Next(26));
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, letter.ToString()),
            2 => text.Remove(at, 1).Insert(at, letter.ToString()),
            _ => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
        };
    }

    /// <summary>The key beside the one that was meant.</summary>
    public static string Key(string text, Random random)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => _keys.Any(row => row.Contains(char.ToLowerInvariant(text[i]), StringComparison.Ordinal))).ToList();
        if (places.Count == 0) return text;
        var at = places[random.Next(places.Count)];
        var row = _keys.First(keys => keys.Contains(char.ToLowerInvariant(text[at]), StringComparison.Ordinal));
        var key = row.IndexOf(char.ToLowerInvariant(text[at]), StringComparison.Ordinal);
        var beside = row[key == 0 ? 1 : key == row.Length - 1 ? key - 1 : key + (random.Next(2) * 2) - 1];
        return text.Remove(at, 1).Insert(at, (char.IsUpper(text[at]) ? char.ToUpperInvariant(beside) : beside).ToString());
    }

    /// <summary>Signs that look alike in print.</summary>
    public static string Reading(string text, Random random)
    {
        var found = _readings.Where(r => text.Contains(r.Printed, StringComparison.Ordinal)).ToList();
        if (found.Count == 0) return text;
        var (printed, read) = found[random.Next(found.Count)];
        var at = text.IndexOf(printed, StringComparison.Ordinal);
        return text.Remove(at, printed.Length).Insert(at, read);
    }

    /// <summary>All capitals, all small, or the cases exchanged.</summary>
    public static string Case(string text, Random random) => random.Next(3) switch
    {
        0 => text.ToUpperInvariant(),
        1 => text.ToLowerInvariant(),
        _ => string.Concat(text.Select(static c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c))),
    };

    /// <summary>Whether a text has a letter that could bear an accent.</summary>
    public static bool CanBeAccented(string text) => text.Any(static letter => Vowels.Contains(letter, StringComparison.Ordinal));

    /// <summary>The text with an accent on one letter.</summary>
    public static string Accented(string text, Random random)
    {
        var places = Enumerable.Range(0, text.Length).Where(i => Vowels.Contains(text[i], StringComparison.Ordinal)).ToList();
        var at = places[random.Next(places.Count)];
        return text.Remove(at, 1).Insert(at, Accents[Vowels.IndexOf(text[at], StringComparison.Ordinal)].ToString());
    }

    /// <summary>UTF-8 read as Latin-1.</summary>
    public static string Misread(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
