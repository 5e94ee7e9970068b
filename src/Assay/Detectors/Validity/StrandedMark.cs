using System.Globalization;

namespace Assays.Detectors.Validity;

/// <summary>
/// A combining mark that forms no letter with the sign before it. Unicode has a composed letter for nearly every accent that an alphabet
/// of Latin letters sets below or through one; where there is none, a byte of another encoding was most likely taken for the mark.
/// </summary>
/// <param name="Sign">What it hangs on.</param>
/// <param name="Mark">The mark.</param>
internal readonly record struct StrandedMark(char Sign, char Mark)
{
    /// <summary>The first one in a text, if any.</summary>
    public static StrandedMark? In(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (IsBelowOrThrough(text[i]) && char.IsAscii(text[i - 1]) && !Letters(text[i]).Contains(char.ToUpperInvariant(text[i - 1]), StringComparison.Ordinal))
            {
                return new(text[i - 1], text[i]);
            }
        }

        return null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"The mark U+{(int)Mark:X4} hangs on {Wording.Quote(Sign.ToString())}, with which it forms no letter: an accented letter was garbled.");

    /// <summary>Marks above are left out: several languages set them on letters for which there is no composed one.</summary>
    private static bool IsBelowOrThrough(char letter) => letter is (>= '\u0316' and <= '\u0338') or (>= '\u0339' and <= '\u033C');

    /// <summary>The letters with which Unicode (UnicodeData.txt, canonical compositions) composes a mark.</summary>
    private static string Letters(char mark) => mark switch
    {
        '\u0323' => "ABDEHIKLMNORSTUVWYZ",
        '\u0324' => "U",
        '\u0325' => "A",
        '\u0326' => "ST",
        '\u0327' => "CDEGHKLNRST",
        '\u0328' => "AEIOU",
        '\u032D' => "DELNTU",
        '\u032E' => "H",
        '\u0330' => "EIU",
        '\u0331' => "BDHKLNRTZ",
        '\u0338' => "=<>",
        _ => "",
    };
}
