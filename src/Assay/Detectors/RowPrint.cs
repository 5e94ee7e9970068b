using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Detectors;

/// <summary>Fingerprints of rows: the sum of the prints of their cells, so that one column can be taken out by subtracting its print.</summary>
internal static class RowPrint
{
    public static ulong Of(ImmutableArray<SampledColumn> columns, int row)
    {
        var print = 0UL;
        foreach (var column in columns) print = unchecked(print + Of(column, row));
        return print;
    }

    /// <summary>The prints of all rows.</summary>
    public static ulong[] All(ImmutableArray<SampledColumn> columns, int rows)
    {
        var prints = new ulong[rows];
        foreach (var column in columns)
        {
            for (var row = 0; row < rows; row++) prints[row] = unchecked(prints[row] + Of(column, row));
        }

        return prints;
    }

    /// <summary>The prints of all rows with one column taken out.</summary>
    public static ulong[] Without(SampledColumn column, ulong[] prints)
    {
        var others = new ulong[prints.Length];
        for (var row = 0; row < prints.Length; row++) others[row] = unchecked(prints[row] - Of(column, row));
        return others;
    }

    /// <summary>The finisher of SplitMix64 (Steele, Lea and Flood 2014) over the column and the code.</summary>
    public static ulong Of(SampledColumn column, int row)
    {
        unchecked
        {
            var x = ((ulong)(column.Column.Ordinal + 1) << 32) + (uint)column.Codes[row];
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
