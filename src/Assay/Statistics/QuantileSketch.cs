namespace Assays.Statistics;

/// <summary>
/// A distribution of numbers in few points, which can be added to another. Up to <see cref="Capacity"/> distinct numbers it is exact; beyond, it
/// keeps the numbers at equally spaced ranks. Each such step moves no rank by more than half the space, and steps add up, so the error is known.
/// </summary>
/// <param name="Values">The kept numbers and how many each stands for.</param>
/// <param name="Steps">How often, one after the other, numbers were left out.</param>
public sealed record QuantileSketch(WeightedValues Values, int Steps)
{
    public const int Capacity = 128;

    /// <summary>No rank is off by more than this share of all numbers.</summary>
    public double RankError => Steps / (2.0 * Capacity);

    /// <summary>All numbers of both, with all points: many parts are added first and made small once, so that only one step is lost.</summary>
    public static QuantileSketch operator +(QuantileSketch left, QuantileSketch right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double[] values = [.. left.Values.Values, .. right.Values.Values];
        long[] counts = [.. left.Values.Counts(), .. right.Values.Counts()];
        return new(WeightedValues.Of(values, counts), Math.Max(left.Steps, right.Steps));
    }

    /// <summary>At most <see cref="Capacity"/> points.</summary>
    public QuantileSketch Compact() => Values.Values.Length <= Capacity ? this : OfPoints(Points(), Values.Count, Steps + 1);

    /// <summary>The numbers in the middle of each of <see cref="Capacity"/> equal shares of all numbers, ascending.</summary>
    public double[] Points()
    {
        var points = new double[Capacity];
        for (var i = 0; i < Capacity; i++) points[i] = Values.At(Math.Min(Values.Count - 1, (Rank(Values.Count, i) + Rank(Values.Count, i + 1)) / 2));
        return points;
    }

    /// <summary>The sketch of such points: each stands for an equal share of <paramref name="count"/> numbers.</summary>
    public static QuantileSketch OfPoints(ReadOnlySpan<double> points, long count, int steps)
    {
        var counts = new long[points.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = Rank(count, i + 1) - Rank(count, i);
        return new(WeightedValues.Of(points, counts), steps);
    }

    private static long Rank(long count, int i) => (long)((Int128)count * i / Capacity);

    /// <summary>The same distribution with other weights, which add up to <paramref name="count"/> but for rounding.</summary>
    public QuantileSketch ScaleTo(long count) => count == Values.Count || Values.Count == 0 ? this : this with { Values = Values.Scale((double)count / Values.Count) };
}
