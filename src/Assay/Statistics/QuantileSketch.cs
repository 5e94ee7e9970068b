namespace Assays.Statistics;

/// <summary>
/// A distribution of numbers in few points, which can be added to another. Up to <see cref="Capacity"/> distinct numbers it is exact; beyond, it
/// keeps the numbers at equally spaced ranks. Each such step moves no rank by more than half the space, and steps add up, so the error is known.
/// </summary>
/// <param name="Values">The kept numbers and how many each stands for.</param>
/// <param name="Steps">How often, one after the other, numbers were left out.</param>
public sealed record QuantileSketch(WeightedValues Values, int Steps)
{
    public const int Capacity = 256;

    /// <summary>No rank is off by more than this share of all numbers.</summary>
    public double RankError => Steps / (2.0 * Capacity);

    /// <summary>All numbers of both.</summary>
    public static QuantileSketch operator +(QuantileSketch left, QuantileSketch right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double[] values = [.. left.Values.Values, .. right.Values.Values];
        long[] counts = [.. left.Values.Counts(), .. right.Values.Counts()];
        return new QuantileSketch(WeightedValues.Of(values, counts), Math.Max(left.Steps, right.Steps)).Compact();
    }

    /// <summary>At most <see cref="Capacity"/> points.</summary>
    public QuantileSketch Compact()
    {
        var values = Values;
        if (values.Values.Length <= Capacity) return this;
        var (points, counts) = (new double[Capacity], new long[Capacity]);
        for (var i = 0; i < Capacity; i++)
        {
            var (from, to) = (Rank(i), Rank(i + 1));
            (points[i], counts[i]) = (values.At(Math.Min(values.Count - 1, (from + to) / 2)), to - from);
        }

        return new(WeightedValues.Of(points, counts), Steps + 1);

        long Rank(int i) => (long)((Int128)values.Count * i / Capacity);
    }

    /// <summary>The same distribution with other weights, which add up to <paramref name="count"/> but for rounding.</summary>
    public QuantileSketch ScaleTo(long count) => count == Values.Count || Values.Count == 0 ? this : this with { Values = Values.Scale((double)count / Values.Count) };
}
