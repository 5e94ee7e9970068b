using Assays.Data;
using Assays.Statistics;

namespace Assays.Detectors.Consistency;

/// <summary>Whether a text of a column could be a slip of the pen for another.</summary>
internal sealed class Slip
{
    private const int MaxLength = 400;

    /// <summary>Frequent values whose closeness to each other is looked at.</summary>
    private const int MaxEstablished = 100;

    private readonly SampledColumn _column;
    private readonly double _crowding;

    public Slip(SampledColumn column)
    {
        _column = column;
        _crowding = Crowding();
    }

    /// <summary>
    /// The probability that a true text of the column lies as close to the meant one as the written does: near 0 for long texts that differ in a
    /// letter, which only a slip explains, and 1 where the texts are far apart or where closeness proves nothing, as between numbers, or
    /// in a column whose frequent values are close to each other.
    /// </summary>
    public double Closeness(int written, int meant)
    {
        var (left, right) = (_column.Values[written], _column.Values[meant]);
        var edits = Edits(left, right);
        if (edits < 0) return 1;
        return Math.Min(1, Math.Max(_crowding, OfLength(ChangedLength(left, right)) * (1 + (2 * (edits - 1)))));
    }

    private double Crowding()
    {
        var established = Enumerable.Range(0, _column.Values.Length)
            .Where(code => _column.Counts[code] >= 3)
            .OrderByDescending(code => _column.Counts[code]).ThenBy(static code => code)
            .Take(MaxEstablished).ToArray();
        if (established.Length < 4) return 0;
        var close = established.Count(code => established.Any(other => other != code
            && _column.Counts[other] < 20 * _column.Counts[code] && Edits(_column.Values[code], _column.Values[other]) > 0));
        return (double)close / established.Length;
    }

    /// <summary>The edits between two texts; -1 where they are too many, or prove nothing.</summary>
    private static int Edits(string left, string right)
    {
        if (left.Length > MaxLength || right.Length > MaxLength || IsNumber(left)) return -1;
        var limit = right.Length switch { <= 3 => 1, <= 12 => 2, _ => Math.Min(right.Length / 5, 12) };
        var edits = Edit.Distance(right, left, limit);
        return edits == 0 || edits > limit ? -1 : edits;
    }

    private static double OfLength(int length) => length switch { <= 1 => 1, 2 => 0.6, 3 => 0.3, 4 => 0.15, 5 => 0.08, 6 => 0.05, _ => 0.03 };

    /// <summary>The length of the word that differs where only one does: "River A" and "River B" are long and yet both true.</summary>
    private static int ChangedLength(string left, string right)
    {
        var prefix = left.AsSpan().CommonPrefixLength(right);
        while (prefix > 0 && char.IsLetterOrDigit(right[prefix - 1])) prefix--;
        var end = right.Length;
        var shift = left.Length - right.Length;
        while (end > prefix && end + shift > prefix && left[end + shift - 1] == right[end - 1]) end--;
        while (end < right.Length && char.IsLetterOrDigit(right[end])) end++;
        return end - prefix;
    }

    private static bool IsNumber(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character) || char.IsWhiteSpace(character)) return false;
        }

        return true;
    }
}
