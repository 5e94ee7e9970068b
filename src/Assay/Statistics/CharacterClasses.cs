using System.Text;

namespace Assays.Statistics;

/// <summary>What kind a character is; symbols stay themselves.</summary>
/// <param name="Code">The symbol, or one letter for a kind: <c>A</c>, <c>a</c>, <c>9</c>, <c>x</c> (other letters), or '\0' for the edge of a text.</param>
public readonly record struct CharacterClass(char Code);

/// <summary>Sorts characters into <see cref="CharacterClass"/>es and texts into shapes.</summary>
public static class CharacterClasses
{
    private static readonly CharacterClass _edge = new('\0');

    public static CharacterClass Of(char c) => new(c switch
    {
        >= '0' and <= '9' => '9',
        _ when char.IsUpper(c) => 'A',
        _ when char.IsLower(c) => 'a',
        _ when char.IsLetter(c) => 'x',
        _ => c,
    });

    /// <summary>The neighbouring pairs of classes in a text, its edges included.</summary>
    public static IEnumerable<(CharacterClass, CharacterClass)> Pairs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var last = _edge;
        foreach (var c in text)
        {
            var now = Of(c);
            yield return (last, now);
            last = now;
        }

        yield return (last, _edge);
    }

    /// <summary>
    /// The shape of a text: its characters' classes in order. Letters of one kind in a row are one, since words have any length; each digit is
    /// there, since codes and dates have a fixed number of them.
    /// </summary>
    public static string Shape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shape = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var code = Of(c).Code;
            if (code is 'A' or 'a' or 'x' && shape.Length > 0 && shape[^1] == code) continue;
            shape.Append(code);
        }

        return shape.ToString();
    }

    /// <summary>The shape in which letters and digits are one kind, for hexadecimal and base-36 keys.</summary>
    public static string CoarseShape(string text) => string.Create(text.Length, text, static (shape, source) =>
    {
        for (var i = 0; i < shape.Length; i++) shape[i] = char.IsLetterOrDigit(source[i]) ? 'x' : source[i];
    });

    /// <summary>Whether letters and digits stand mixed in a word, as in keys.</summary>
    public static bool IsMixed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 1; i < text.Length; i++)
        {
            if ((char.IsDigit(text[i]) && char.IsLetter(text[i - 1])) || (char.IsLetter(text[i]) && char.IsDigit(text[i - 1]))) return true;
        }

        return false;
    }
}
