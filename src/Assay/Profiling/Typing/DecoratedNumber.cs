using System.Globalization;

namespace Assays.Profiling.Typing;

/// <summary>A number with what people write around it: a unit, a currency, a percent sign, thousands separators, a decimal comma.</summary>
/// <param name="Value">The number as written, the unit not applied; a comma before exactly three digits is taken for thousands.</param>
/// <param name="Prefix">What stands before it, trimmed: <c>$</c>.</param>
/// <param name="Suffix">What stands after it, trimmed: <c>oz</c>, <c>%</c>.</param>
/// <param name="HasThousands">Whether thousands are separated.</param>
/// <param name="HasDecimalComma">Whether the decimals come after a comma.</param>
public readonly record struct DecoratedNumber(double Value, string Prefix, string Suffix, bool HasThousands, bool HasDecimalComma)
{
    private const int LongestSuffix = 12;

    public bool IsPlain => Prefix.Length == 0 && Suffix.Length == 0 && !HasThousands && !HasDecimalComma;

    /// <summary>Reads a text.</summary>
    /// <returns>None when it is not one number with something around it.</returns>
    public static DecoratedNumber? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var start = text.IndexOfAnyInRange('0', '9');
        if (start < 0 || text.Length > 40) return null;
        if (start > 0 && text[start - 1] is '.') start--;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or '\'' or ' ' or '\u00A0' or '\u202F' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var prefix = text[..start].Trim();
        var suffix = text[end..].Trim();
        var isNegative = TakeSign(ref prefix, ref suffix);
        if (!IsPrefix(prefix) || !IsSuffix(suffix) || NumberText.IsPadded(text[start..end])) return null;
        if (!TryNumber(text[start..end], out var value, out var thousands, out var comma)) return null;
        return new(isNegative ? -value : value, prefix.ToString(), suffix.ToString(), thousands, comma);
    }

    private static bool TakeSign(ref ReadOnlySpan<char> prefix, ref ReadOnlySpan<char> suffix)
    {
        if (prefix is ['(', ..] && suffix is [.., ')'])
        {
            prefix = prefix[1..].Trim();
            suffix = suffix[..^1].Trim();
            return true;
        }

        var at = prefix.IndexOfAny('-', '+', '−');
        if (at < 0) return false;
        var isNegative = prefix[at] != '+';
        prefix = at == 0 ? prefix[1..].Trim() : prefix[..at].Trim();
        return isNegative;
    }

    // Before a number stands a currency: its sign, perhaps after capitals (US$), or one of the usual codes. SI2 is no number.
    private static bool IsPrefix(ReadOnlySpan<char> prefix)
    {
        if (prefix.IsEmpty || prefix is "USD" or "EUR" or "GBP" or "JPY" or "CHF" or "CAD" or "AUD" or "CNY" or "INR") return true;
        if (prefix.Length > 4 || char.GetUnicodeCategory(prefix[^1]) != UnicodeCategory.CurrencySymbol) return false;
        foreach (var letter in prefix[..^1])
        {
            if (!char.IsAsciiLetterUpper(letter)) return false;
        }

        return true;
    }

    private static bool IsSuffix(ReadOnlySpan<char> suffix)
    {
        if (suffix.Length > LongestSuffix) return false;
        foreach (var letter in suffix)
        {
            if (!char.IsLetter(letter) && letter is not ('%' or '°' or '/' or '.' or ' ' or '²' or '³' or '‰' or '"' or '\'' or 'µ')
                && char.GetUnicodeCategory(letter) != UnicodeCategory.CurrencySymbol)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out double value, out bool thousands, out bool comma)
    {
        (value, thousands, comma) = (0, false, false);
        var lastDot = text.LastIndexOf('.');
        var lastComma = text.LastIndexOf(',');
        char? point = (lastDot, lastComma) switch
        {
            ( < 0, < 0) => null,
            ( >= 0, >= 0) => lastDot > lastComma ? '.' : ',',
            ( >= 0, _) => text.Count('.') > 1 ? null : '.',
            _ => text.Count(',') > 1 || text.Length - lastComma == 4 ? null : ',',
        };

        Span<char> plain = stackalloc char[text.Length];
        var (written, sinceGroup, groups, whole) = (0, 0, 0, true);
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                plain[written++] = letter;
                sinceGroup++;
                continue;
            }

            if (groups > 0 && whole && sinceGroup != 3) return false;
            if (letter == point)
            {
                if (!whole) return false;
                whole = false;
                plain[written++] = '.';
            }
            else if (!whole || (groups == 0 && sinceGroup is 0 or > 3))
            {
                return false;
            }
            else
            {
                groups++;
            }

            sinceGroup = 0;
        }

        if (whole && groups > 0 && sinceGroup != 3) return false;
        (thousands, comma) = (groups > 0, point == ',');
        return double.TryParse(plain[..written], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }
}
