using System.Collections.Immutable;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Profiling;

/// <summary>Computes the figures of a column of numbers from the sample.</summary>
internal static class NumericFigures
{
    private const int FewestBins = 8;
    private const int MostBins = 30;
    private static readonly ImmutableArray<double> Probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

    public static NumericProfile? Of(WeightedValues numbers, ValueType type, Basis basis)
    {
        if (numbers.Count == 0) return null;
        var (mean, deviation, skewness) = numbers.Moments();
        var (zeros, negatives) = (0L, 0L);
        for (var i = 0; i < numbers.Values.Length && numbers.Values[i] <= 0; i++)
        {
            if (numbers.Values[i] == 0) zeros += numbers.CountAt(i);
            else negatives += numbers.CountAt(i);
        }

        return new(numbers.Min, numbers.Max, mean, deviation, basis)
        {
            Quantiles = [.. Probabilities.Select(p => new Quantile(p, numbers.Quantile(p)))],
            Histogram = Histogram(numbers, type),
            Skewness = skewness,
            ZeroShare = (double)zeros / numbers.Count,
            NegativeShare = (double)negatives / numbers.Count,
        };
    }

    // Bins are equally wide between the 0.5 % and the 99.5 % quantile, so that one stray value does not put all others into one bin.
    private static ImmutableArray<Bin> Histogram(WeightedValues numbers, ValueType type)
    {
        var (low, high) = (numbers.Quantile(0.005), numbers.Quantile(0.995));
        var (min, max) = (numbers.Min, numbers.Max);
        if (min == max) return [new(min, max, numbers.Count)];
        if (type == ValueType.Integer && max - min < MostBins)
        {
            return Count(numbers, [.. Enumerable.Range(0, (int)(max - min) + 2).Select(i => min + i - 0.5)]);
        }

        if (!(high - low > 0) || !double.IsFinite(high - low)) (low, high) = (min, max);
        if (!double.IsFinite(high - low)) return [new(min, max, numbers.Count)];
        var bins = BinsOf(numbers, high - low);
        var width = (high - low) / bins;
        if (type == ValueType.Integer) width = Math.Max(1, Math.Ceiling(width));
        bins = Math.Max(1, (int)Math.Ceiling((high - low) / width));
        if (!(width > 0)) return [new(min, max, numbers.Count)];
        var edges = Enumerable.Range(0, bins + 1).Select(i => low + i * width).ToArray();
        (edges[0], edges[^1]) = (Math.Min(edges[0], min), Math.Max(edges[^1], max));
        return Count(numbers, edges);
    }

    // Freedman and Diaconis (1981): twice the interquartile range by the cube root of n.
    private static int BinsOf(WeightedValues numbers, double range)
    {
        var width = 2 * (numbers.Quantile(0.75) - numbers.Quantile(0.25)) / Math.Cbrt(numbers.Count);
        return width > 0 ? (int)Math.Clamp(Math.Ceiling(range / width), FewestBins, MostBins) : FewestBins;
    }

    private static ImmutableArray<Bin> Count(WeightedValues numbers, double[] edges)
    {
        var counts = new long[edges.Length - 1];
        var bin = 0;
        for (var i = 0; i < numbers.Values.Length; i++)
        {
            while (bin < counts.Length - 1 && numbers.Values[i] >= edges[bin + 1])
            {
                bin++;
            }

            counts[bin] += numbers.CountAt(i);
        }

        return [.. counts.Select((count, at) => new Bin(edges[at], edges[at + 1], count))];
    }
}
