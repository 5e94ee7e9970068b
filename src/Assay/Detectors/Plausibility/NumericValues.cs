using Assays.Data;

namespace Assays.Detectors.Plausibility;

/// <summary>The distinct values of a column that are numbers.</summary>
/// <param name="Codes">Their indices among the column's values.</param>
/// <param name="Numbers">What they spell.</param>
/// <param name="Counts">Their rows.</param>
internal sealed record NumericValues(int[] Codes, double[] Numbers, int[] Counts)
{
    /// <summary>The numbers of a column in which nearly all rows have one.</summary>
    public static NumericValues? Of(SampledColumn column, double minShare)
    {
        var codes = Enumerable.Range(0, column.Values.Length).Where(code => !double.IsNaN(column.Numbers[code])).ToArray();
        var counts = Array.ConvertAll(codes, code => column.Counts[code]);
        return column.Present == 0 || counts.Sum() < minShare * column.Present
            ? null
            : new(codes, Array.ConvertAll(codes, code => column.Numbers[code]), counts);
    }

    /// <summary>The least and the largest number without some of them.</summary>
    public (double Low, double High) Range(IEnumerable<int> without)
    {
        var left = Numbers.Where((_, i) => !without.Contains(i)).ToList();
        return left.Count == 0 ? (double.NaN, double.NaN) : (left.Min(), left.Max());
    }
}
