using System.Buffers;
using System.Globalization;

namespace Assays.Profiling.Typing;

/// <summary>Reads plain numbers, as programs write them. A number with leading zeros is a code and not a number: it would lose them.</summary>
public static class NumberText
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("0123456789.eE+-");

    /// <summary>What a text is: <see cref="ValueType.Integer"/>, <see cref="ValueType.Number"/>, or <see cref="ValueType.Text"/>.</summary>
    public static ValueType TypeOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > 40) return ValueType.Text;
        var digits = text[0] is '-' or '+' ? text[1..] : text;
        if (digits.IsEmpty || IsPadded(digits)) return ValueType.Text;
        if (!digits.ContainsAnyExceptInRange('0', '9')) return ValueType.Integer;
        if (digits.ContainsAnyExcept(Signs)) return ValueType.Text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? ValueType.Number
            : ValueType.Text;
    }

    /// <summary>Whether a text says on which side of a number the true one lies: <c>&lt;11</c>, <c>>= 0.5</c>. Statistics are published so where counts are small.</summary>
    public static bool IsBound(ReadOnlySpan<char> text)
    {
        var number = text.Trim().TrimStart("<>≤≥=~");
        return number.Length < text.Trim().Length && TypeOf(number) != ValueType.Text;
    }

    /// <summary>Whether a text is digits with zeros in front that a number would lose: <c>00501</c>.</summary>
    public static bool IsPadded(ReadOnlySpan<char> text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
}
