namespace Assays.Statistics;

/// <summary>Numbers that each occur a number of times, in ascending order: what quantiles, moments and histograms are computed from.</summary>
public sealed class WeightedValues
{
    private readonly double[] _values;
    private readonly long[] _until;

    private WeightedValues(double[] values, long[] until) => (_values, _until) = (values, until);

    /// <summary>The distinct numbers, ascending.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>How many numbers there are, each counted as often as it occurs.</summary>
    public long Count => _until.Length == 0 ? 0 : _until[^1];

    public double Min => _values[0];
    public double Max => _values[^1];

    /// <summary>Sorts numbers and adds up the counts of equal ones; NaN is left out.</summary>
    public static WeightedValues Of(ReadOnlySpan<double> values, ReadOnlySpan<int> counts)
    {
        var wide = new long[counts.Length];
        for (var i = 0; i < wide.Length; i++) wide[i] = counts[i];
        return Of(values, wide);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ReadOnlySpan{int})"/>
    public static WeightedValues Of(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
    {
        var sorted = new double[values.Length];
        var weights = new long[values.Length];
        var kept = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]) || counts[i] == 0) continue;
            (sorted[kept], weights[kept]) = (values[i] + 0.0, counts[i]);
            kept++;
        }

        Array.Sort(sorted, weights, 0, kept);
        var distinct = 0;
        var until = new long[kept];
        var total = 0L;
        for (var i = 0; i < kept; i++)
        {
            if (distinct == 0 || sorted[distinct - 1] != sorted[i]) sorted[distinct++] = sorted[i];
            total += weights[i];
            until[distinct - 1] = total;
        }

        return new(sorted[..distinct], until[..distinct]);
    }

    /// <summary>How often the number at a place of <see cref="Values"/> occurs.</summary>
    public long CountAt(int place) => place == 0 ? _until[0] : _until[place] - _until[place - 1];

    /// <summary>For each number of <see cref="Values"/> how often it occurs.</summary>
    public long[] Counts()
    {
        var counts = new long[_until.Length];
        for (var i = 0; i < counts.Length; i++) counts[i] = CountAt(i);
        return counts;
    }

    /// <summary>The same numbers, each <paramref name="factor"/> times as often; what is rounded away at one is added to the next.</summary>
    public WeightedValues Scale(double factor) => new(_values, [.. _until.Select(n => (long)Math.Round(n * factor))]);

    /// <summary>The numbers put through a function that keeps or turns their order, with the same counts.</summary>
    public WeightedValues Map(Func<double, double> function)
    {
        double[] mapped = [.. _values.Select(function)];
        return Of(mapped, Counts());
    }

    /// <summary>The quantile, linear between neighbours: type 7 of Hyndman and Fan (1996), as in R and NumPy.</summary>
    public double Quantile(double probability)
    {
        var position = probability * (Count - 1);
        var below = (long)Math.Floor(position);
        var (low, high) = (At(below), At(Math.Min(below + 1, Count - 1)));
        return low == high ? low : low + (position - below) * (high - low);
    }

    /// <summary>The number at a 0-based place when all are written in ascending order.</summary>
    public double At(long position)
    {
        var found = Array.BinarySearch(_until, position + 1);
        return _values[found < 0 ? ~found : found];
    }

    /// <summary>The median of the absolute distances from the median; times 1.4826 it estimates a normal deviation.</summary>
    public double MedianDeviation()
    {
        var median = Quantile(0.5);
        var counts = new int[_values.Length];
        var distances = new double[_values.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            (distances[i], counts[i]) = (Math.Abs(_values[i] - median), (int)Math.Min(int.MaxValue, CountAt(i)));
        }

        return Of(distances, counts).Quantile(0.5);
    }

    /// <summary>Mean, deviation (of a sample, n - 1) and skewness (adjusted Fisher-Pearson, G1 of Joanes and Gill 1998).</summary>
    public (double Mean, double Deviation, double Skewness) Moments()
    {
        var n = (double)Count;
        var mean = 0.0;
        for (var i = 0; i < _values.Length; i++)
        {
            mean += (_values[i] - mean) * CountAt(i) / _until[i];
        }

        var (second, third) = (0.0, 0.0);
        for (var i = 0; i < _values.Length; i++)
        {
            var distance = _values[i] - mean;
            second += CountAt(i) * distance * distance;
            third += CountAt(i) * distance * distance * distance;
        }

        var deviation = n > 1 ? Math.Sqrt(second / (n - 1)) : 0;
        var skewness = n > 2 && second > 0 ? Math.Sqrt(n * (n - 1)) / (n - 2) * (third / n) / Math.Pow(second / n, 1.5) : 0;
        return (mean, deviation, double.IsFinite(skewness) ? skewness : 0);
    }
}
