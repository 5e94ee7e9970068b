namespace Assays.Profiling.Semantics;

/// <summary>The sums that tell a mistyped number from a right one. Signs other than digits and letters are passed over.</summary>
public static class CheckDigits
{
    /// <summary>Luhn's sum (ISO/IEC 7812), of payment cards and IMEI.</summary>
    public static bool Luhn(ReadOnlySpan<char> text)
    {
        var (sum, doubled) = (0, false);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var digit = text[i] - '0';
            if (doubled) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
            sum += digit;
            doubled = !doubled;
        }

        return sum % 10 == 0;
    }

    /// <summary>The weights 1 and 3 from the right, of EAN, GTIN and ISBN-13.</summary>
    public static bool Ean(ReadOnlySpan<char> text)
    {
        var (sum, weight) = (0, 1);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            sum += weight * (text[i] - '0');
            weight = 4 - weight;
        }

        return sum % 10 == 0;
    }

    /// <summary>The weights 1, 2, 3 … from the right modulo 11, X being ten, of ISBN-10 and ISSN.</summary>
    public static bool Eleven(ReadOnlySpan<char> text)
    {
        var (sum, weight) = (0, 1);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = text[i] is 'X' or 'x' ? 10 : char.IsAsciiDigit(text[i]) ? text[i] - '0' : -1;
            if (value < 0) continue;
            sum += weight++ * value;
        }

        return sum % 11 == 0;
    }

    /// <summary>The remainder of 1 modulo 97, the first four signs at the end and letters as numbers (ISO 13616), of IBAN.</summary>
    public static bool Iban(ReadOnlySpan<char> text)
    {
        var (remainder, seen) = (0, 0);
        for (var round = 0; round < 2; round++)
        {
            seen = 0;
            foreach (var letter in text)
            {
                if (!char.IsAsciiLetterOrDigit(letter)) continue;
                var isHead = seen++ < 4;
                if (isHead != (round == 1)) continue;
                var value = char.IsAsciiDigit(letter) ? letter - '0' : char.ToUpperInvariant(letter) - 'A' + 10;
                remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
            }
        }

        return seen >= 15 && remainder == 1;
    }
}
