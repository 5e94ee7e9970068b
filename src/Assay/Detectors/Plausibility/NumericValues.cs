using Assays.Data;

namespace Assays.Detectors.Plausibility;

/// <summary>The distinct values of a column that are numbers.</summary>
/// <param name="Codes">Their indices among the column's values.</param>
/// <param name="Numbers">What they spell.</param>
/// <param name="Counts">Their rows.</param>
internal sealed record NumericValues(int[] Codes, double[] Numbers, int[] Counts)
{
    /// <summary>Digits from which whole numbers that all have as many are codes; fewer digits are also met in measurements of one size.</summary>
    private const double FewestCodeDigits = 6;

    private readonly Lazy<HashSet<double>> _serials = new(() => Counts.All(static count => count == 1) && Numbers.All(double.IsInteger) ? [.. Numbers] : []);

    /// <summary>
    /// Whether the numbers are codes: whole, all of one length and met again and again. Their first digits stand for a region or a class, so that
    /// a code far from the others is no less right than one beside them.
    /// </summary>
    public bool AreCodes =>
        Numbers.Length > 1 && Numbers.Length < Counts.Sum() / 2.0 && Numbers.All(static number => number > 0 && double.IsInteger(number))
        && Digits(Numbers[0]) >= FewestCodeDigits && Numbers.All(number => Digits(number) == Digits(Numbers[0]));

    /// <summary>Whether a number of a column of serial numbers has its neighbour in it: it belongs to another run of them and is no error.</summary>
    public bool IsInSeries(int index) => _serials.Value.Contains(Numbers[index] - 1) || _serials.Value.Contains(Numbers[index] + 1);

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

    private static double Digits(double number) => Math.Floor(Math.Log10(number)) + 1;
}
