using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Detectors.Consistency;

/// <summary>A value that comes again and again in a column whose values are all different otherwise.</summary>
/// <param name="Rows">The rows that should hold another value; where the owner is not known, all of them.</param>
/// <param name="Times">The rows that hold it.</param>
/// <param name="Confidence">The probability, 0 to 1, that one of the rows is wrong.</param>
internal sealed record RepeatedUnique(ImmutableArray<int> Rows, int Times, double Confidence);

/// <summary>
/// Finds such values by the frequencies of frequencies: where values repeat by nature more of them come twice than thrice. Many that come
/// once, next to none that come twice and a few that come often are copies.
/// </summary>
internal static class RepeatedUniques
{
    private const int LeastTimes = 3;
    private const int LeastSingles = 10;

    /// <summary>Rows of repeated values, as a share of all, above which repeating is the column's nature.</summary>
    private const double MostRepeated = 0.4;

    /// <summary>Values that come twice, as a share of those that come once.</summary>
    private const double MostPairs = 0.05;

    /// <summary>Agreement of rows elsewhere, 0 to 1, from which they are about the same thing.</summary>
    private const double SameThing = 0.5;

    private const double SortedShare = 0.8;

    public static IEnumerable<RepeatedUnique> Of(SampledColumn column, Sample sample)
    {
        var (singles, pairs) = (0, 0);
        var repeated = new List<int>();
        for (var code = 0; code < column.Values.Length; code++)
        {
            switch (column.Counts[code])
            {
                case 1: singles++; break;
                case 2: pairs++; break;
                default: repeated.Add(code); break;
            }
        }

        if (repeated.Count == 0 || singles < LeastSingles || pairs > MostPairs * singles || 2 * pairs > repeated.Count) yield break;
        if (repeated.Sum(code => column.Counts[code]) > MostRepeated * column.Present) yield break;

        var others = sample.Columns.Where(c => c != column && c.Values.Length >= SameThing * sample.Rows).ToArray();
        var isSorted = IsSorted(column);
        var (low, high) = Extremes(column);
        foreach (var code in repeated.Where(code => column.Counts[code] >= LeastTimes && !IsPlaceholder(column, code, low, high)))
        {
            var rows = Enumerable.Range(0, sample.Rows).Where(row => column.Codes[row] == code).ToArray();
            if (others.Any(other => Agree(other, rows))) continue;
            if (isSorted && rows.Where(row => IsInOrder(column, row, code)).ToArray() is [var owner])
            {
                yield return new([.. rows.Where(row => row != owner)], rows.Length, 1);
                continue;
            }

            yield return new([.. rows], rows.Length, (rows.Length - 1.0) / rows.Length);
        }
    }

    /// <summary>The least, the greatest and no amount at all are where data are cut off or filled in, for all things alike.</summary>
    private static bool IsPlaceholder(SampledColumn column, int code, double low, double high)
    {
        var number = column.Numbers[code];
        if (!double.IsNaN(number)) return number == 0 || number == low || number == high;
        foreach (var character in column.Values[code])
        {
            if (char.IsLetterOrDigit(character)) return false;
        }

        return true;
    }

    private static (double Low, double High) Extremes(SampledColumn column)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var number in column.Numbers)
        {
            if (double.IsNaN(number)) continue;
            (low, high) = (Math.Min(low, number), Math.Max(high, number));
        }

        return (low, high);
    }

    private static bool Agree(SampledColumn other, int[] rows)
    {
        var present = rows.Where(row => other.Codes[row] >= 0).ToArray();
        if (present.Length < 2) return false;
        return present.GroupBy(row => other.Codes[row]).Max(static g => g.Count()) > SameThing * present.Length;
    }

    private static bool IsSorted(SampledColumn column)
    {
        var (rising, steps) = (0, 0);
        var previous = double.NaN;
        for (var row = 0; row < column.Codes.Length; row++)
        {
            var code = column.Codes[row];
            if (code < 0 || column.Counts[code] > 1) continue;
            var number = column.Numbers[code];
            if (double.IsNaN(number)) return false;
            if (!double.IsNaN(previous))
            {
                steps++;
                if (number > previous) rising++;
            }

            previous = number;
        }

        return steps >= LeastSingles && rising >= SortedShare * steps;
    }

    /// <summary>Whether the value fits between those of the nearest rows that have one of their own.</summary>
    private static bool IsInOrder(SampledColumn column, int row, int code)
    {
        var number = column.Numbers[code];
        for (var before = row - 1; before >= 0; before--)
        {
            if (column.Codes[before] is var other && (other < 0 || column.Counts[other] > 1)) continue;
            if (column.Number(before) > number) return false;
            break;
        }

        for (var after = row + 1; after < column.Codes.Length; after++)
        {
            if (column.Codes[after] is var other && (other < 0 || column.Counts[other] > 1)) continue;
            return column.Number(after) >= number;
        }

        return true;
    }
}
