using Assays.Data;

namespace Assays.Detectors.Completeness;

/// <summary>
/// Tells a mark that belongs to a kind of rows from one that may befall any row. Where another column's values say in which rows the mark
/// stands, with few exceptions, those rows are of a kind that has no such value, and the mark is right.
/// </summary>
internal static class KindOfRow
{
    /// <summary>Marked rows of one value from which this is no chance.</summary>
    private const int LeastRows = 5;

    /// <summary>The share of such a value's rows that must be marked: others are slips.</summary>
    private const double LeastMarked = 0.9;

    /// <summary>The share of the marked rows that such values must explain.</summary>
    private const double LeastExplained = 0.9;

    /// <summary>The column whose values say where the mark stands; none where no column does.</summary>
    public static SampledColumn? Of(Sample sample, SampledColumn column, int mark) =>
        column.Counts[mark] < LeastRows ? null : sample.Columns.FirstOrDefault(other => other != column && Explains(other, column, mark));

    private static bool Explains(SampledColumn other, SampledColumn column, int mark)
    {
        var marked = new int[other.Values.Length];
        for (var row = 0; row < column.Codes.Length; row++)
        {
            if (column.Codes[row] == mark && other.Codes[row] >= 0) marked[other.Codes[row]]++;
        }

        var explained = 0L;
        for (var code = 0; code < marked.Length; code++)
        {
            if (marked[code] >= LeastRows && marked[code] >= LeastMarked * other.Counts[code]) explained += marked[code];
        }

        return explained >= LeastExplained * column.Counts[mark];
    }
}
