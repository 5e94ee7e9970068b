using System.Globalization;
using Assays.Statistics;

namespace Assays.Detectors.Consistency;

/// <summary>Whether one number is a slip of the pen away from another.</summary>
internal static class NumberSlip
{
    /// <summary>Whether a digit was mistyped, left out, doubled or changed places with the next, the sign was lost, or the decimal point moved.</summary>
    /// <param name="written">The number as it stands.</param>
    /// <param name="meant">The number as it should be, written alike.</param>
    public static bool Explains(string written, string meant)
    {
        var (left, right) = (Digits(written), Digits(meant));
        if (left == right) return true;
        // A single digit can be mistyped into any other, which explains too much.
        if (Math.Min(left.Length, right.Length) < 2) return false;
        return left.Length > 1 && right.Length > 1 && (Significant(left) == Significant(right) || Edit.Distance(left, right, 1) == 1);
    }

    // The sign is no digit: a lost sign leaves the same digits.
    private static string Digits(string number) => string.Concat(number.Where(static c => char.IsAsciiDigit(c) || c == '.'));

    private static string Significant(string digits) => digits.Replace(".", "", StringComparison.Ordinal).Trim('0');

    /// <summary>A number written with as many decimals as another text has, at least as many as it needs.</summary>
    public static string Like(string pattern, double number)
    {
        var point = pattern.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : pattern.Length - point - 1;
        return Math.Round(number, 10).ToString($"0.{new string('0', Math.Min(decimals, 10))}{new string('#', Math.Max(0, 10 - decimals))}", CultureInfo.InvariantCulture);
    }
}
