using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assays.Data;

namespace Assays.Detectors.Uniqueness;

/// <summary>Tells copies of rows from different things that look alike.</summary>
internal static class EqualRows
{
    /// <summary>How many pairs that differ in one column only must stand beside one equal pair, for equal rows to be no surprise.</summary>
    private const double LookAlikes = 3;

    /// <summary>The share of equal pairs that this column must yield when rows agree in it at random.</summary>
    private const double ByChance = 0.05;

    /// <summary>Columns that are left out in turn, at most.</summary>
    private const int MostLeftOut = 50;

    /// <summary>
    /// Whether equal rows are to be expected. Where the columns are coarse, pairs of rows that differ in one column only abound,
    /// and some pairs then agree in that one, too. A copy made by mistake has no such company. A column so fine that two rows
    /// hardly ever agree in it, such as an identifier, is no company either: who agrees in it is a copy.
    /// </summary>
    /// <param name="columns">The columns that are compared.</param>
    /// <param name="prints">The rows' fingerprints in these columns.</param>
    public static bool AreExpected(ImmutableArray<SampledColumn> columns, ulong[] prints)
    {
        var equal = Pairs(prints);
        var step = Math.Max(1, columns.Length / MostLeftOut);
        return columns.Where((_, at) => at % step == 0).Any(column =>
        {
            var agree = Agreement(column);
            if (agree is 0 or 1) return false;
            var alike = Pairs(RowPrint.Without(column, prints)) - equal;
            return alike >= LookAlikes * equal && alike * agree / (1 - agree) >= ByChance * equal;
        });
    }

    private static double Pairs(ulong[] prints)
    {
        var counts = new Dictionary<ulong, int>(prints.Length);
        var pairs = 0.0;
        foreach (var print in prints)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, print, out _);
            pairs += count++;
        }

        return pairs;
    }

    /// <summary>The probability that two rows drawn at random agree in a column (Simpson 1949).</summary>
    private static double Agreement(SampledColumn column)
    {
        var rows = (double)column.Codes.Length;
        var sum = (rows - column.Present) * (rows - column.Present);
        foreach (var count in column.Counts) sum += (double)count * count;
        return sum / (rows * rows);
    }
}
