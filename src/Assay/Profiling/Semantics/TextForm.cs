namespace Assays.Profiling.Semantics;

/// <summary>Questions about the letters of a text that several meanings ask.</summary>
internal static class TextForm
{
    public static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter)) count++;
        }

        return count;
    }

    public static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> test)
    {
        foreach (var letter in text)
        {
            if (!test(letter)) return false;
        }

        return !text.IsEmpty;
    }

    /// <summary>Whether a text is digits in groups, with single separators between them.</summary>
    public static bool IsGroupedDigits(ReadOnlySpan<char> text, ReadOnlySpan<char> separators, int least, int most)
    {
        var (digits, afterSeparator) = (0, true);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits++;
                afterSeparator = false;
            }
            else if (!separators.Contains(letter) || afterSeparator)
            {
                return false;
            }
            else
            {
                afterSeparator = true;
            }
        }

        return !afterSeparator && digits >= least && digits <= most;
    }

    public static int Words(ReadOnlySpan<char> text)
    {
        var (count, inWord) = (0, false);
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            if (!isSpace && !inWord) count++;
            inWord = !isSpace;
        }

        return count;
    }
}
