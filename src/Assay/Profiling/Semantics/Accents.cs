using System.Globalization;
using System.Text;

namespace Assays.Profiling.Semantics;

/// <summary>Takes the accents off Latin letters, without the tables of a globalization library, which need not be there.</summary>
internal static class Accents
{
    private const char First = '\u00C0';

    /// <summary>The plain letter of each sign from U+00C0 on (Latin-1 Supplement, Latin Extended-A and B); a space where there is none.</summary>
    private const string PlainLetters =
        "AAAAAA CEEEEIIII NOOOOO OUUUUY  aaaaaa ceeeeiiii nooooo ouuuuy yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGg" +
        "HhHhIiIiIiIiIi  JjKk LlLlLlLlLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs        " +
        "                        Oo             Uu                            AaIiOoUuUuUuUuUu AaAa    GgKkOo" +
        "Oo  j   Gg  NnAa    AaAaEeEeIiIiOoOoRrRrUuUuSsTt  Hh      AaEeOoOoOoOoYy                            ";

    /// <summary>The text without accents, written into the letter or after it.</summary>
    public static string Strip(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            var at = letter - First;
            plain.Append(at >= 0 && at < PlainLetters.Length && PlainLetters[at] != ' ' ? PlainLetters[at] : letter);
        }

        return plain.ToString();
    }
}
