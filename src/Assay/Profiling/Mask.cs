using System.Globalization;

namespace Assays.Profiling;

/// <summary>
/// The shape of a text: capital letters A, small letters a, digits 9, all else as it is. In an exact mask a run longer than four is written
/// with its length (<c>9{10}</c>); in a loose one every run is one sign (<c>Aa 9</c>), for texts whose lengths say nothing.
/// </summary>
public static class Mask
{
    private const int LongestText = 200;
    private const int LongestRun = 4;

    public static string Exact(ReadOnlySpan<char> text) => new(Write(text, stackalloc char[2 * LongestText + 16], loose: false));

    public static string Loose(ReadOnlySpan<char> text) => new(Write(text, stackalloc char[2 * LongestText + 16], loose: true));

    internal static ReadOnlySpan<char> Write(ReadOnlySpan<char> text, Span<char> buffer, bool loose)
    {
        var cut = text.Length > LongestText;
        if (cut) text = text[..LongestText];
        var written = 0;
        for (var i = 0; i < text.Length;)
        {
            var sign = Sign(text[i]);
            var end = i + 1;
            while (end < text.Length && Sign(text[end]) == sign)
            {
                end++;
            }

            var run = end - i;
            var repeats = sign is 'A' or 'a' or '9' || run > 2 * LongestRun;
            if (loose && repeats)
            {
                buffer[written++] = sign;
            }
            else if (run > LongestRun && repeats)
            {
                buffer[written++] = sign;
                buffer[written++] = '{';
                _ = run.TryFormat(buffer[written..], out var digits, default, CultureInfo.InvariantCulture);
                written += digits;
                buffer[written++] = '}';
            }
            else
            {
                buffer.Slice(written, run).Fill(sign);
                written += run;
            }

            i = end;
        }

        if (cut) buffer[written++] = '…';
        return buffer[..written];
    }

    private static char Sign(char letter)
    {
        if (char.IsAsciiDigit(letter)) return '9';
        if (char.IsAsciiLetterLower(letter)) return 'a';
        if (char.IsAsciiLetterUpper(letter)) return 'A';
        if (letter < 128) return letter;
        return char.IsUpper(letter) ? 'A' : char.IsLetter(letter) || char.IsSurrogate(letter) ? 'a' : char.IsDigit(letter) ? '9' : letter;
    }
}
