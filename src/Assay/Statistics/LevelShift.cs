namespace Assays.Statistics;

/// <summary>A stretch of a series that lies on another level than the rest of it: a step when it reaches an end, else a bump.</summary>
/// <param name="From">The first point of the stretch.</param>
/// <param name="To">The first point after it.</param>
/// <param name="Outside">The level of the rest.</param>
/// <param name="Inside">The level of the stretch.</param>
/// <param name="PValue">How likely chance makes the most different of all stretches so different.</param>
public readonly record struct LevelShift(int From, int To, double Outside, double Inside, double PValue)
{
    /// <summary>Fewer points cannot tell a level from chance.</summary>
    public const int FewestPoints = 8;

    /// <summary>
    /// The stretch that differs most from the rest (as in the circular binary segmentation of Olshen et al. 2004), judged by Student's distribution
    /// with every possible stretch as a test of its own. Neighbours that go together make the noise larger by (1 + r) / (1 - r); r is taken one
    /// standard error above its estimate, as far as the points vary more than their own noise says.
    /// </summary>
    /// <param name="values">The points, in order; at least <see cref="FewestPoints"/>.</param>
    /// <param name="weights">How much each point tells; positive.</param>
    /// <param name="noise">The variance that a point of weight 1 has at least, of itself; 0 when that is not known.</param>
    /// <returns>None when there are too few points or they are all the same.</returns>
    public static LevelShift? Find(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double noise)
    {
        if (values.Length < FewestPoints) return null;
        var sums = Sums(values, weights);
        if (Widest(sums) is not var (from, to)) return null;
        var (inWeight, inSum) = (sums[to].Weight - sums[from].Weight, sums[to].Sum - sums[from].Sum);
        var (outWeight, outSum) = (sums[^1].Weight - inWeight, sums[^1].Sum - inSum);
        var (inside, outside) = (inSum / inWeight, outSum / outWeight);
        var deviation = Deviation(values, weights, noise, i => i >= from && i < to ? inside : outside, from > 0 && to < values.Length ? 4 : 3);
        if (!(deviation > 0)) return new(from, to, outside, inside, inside == outside ? 1 : 0);
        var t = (inside - outside) / (deviation * Math.Sqrt(1 / inWeight + 1 / outWeight));
        return new(from, to, outside, inside, Math.Min(1, Stretches(values.Length) * TwoSided(t, values.Length - 4)));
    }

    /// <summary>How many stretches a series has that are not all of it, a stretch and its rest counted once when it reaches an end.</summary>
    public static double Stretches(int points) => points * (points - 1) / 2.0;

    /// <summary>P(|T| ≥ <paramref name="t"/>) of Student's distribution.</summary>
    public static double TwoSided(double t, double freedom) => new BetaDistribution(freedom / 2, 0.5).Cdf(freedom / (freedom + t * t));

    private static (double Weight, double Sum)[] Sums(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sums = new (double Weight, double Sum)[values.Length + 1];
        for (var i = 0; i < values.Length; i++) sums[i + 1] = (sums[i].Weight + weights[i], sums[i].Sum + weights[i] * values[i]);
        return sums;
    }

    private static (int From, int To)? Widest((double Weight, double Sum)[] sums)
    {
        (int, int)? widest = null;
        var (all, most) = (sums[^1], 0.0);
        for (var from = 0; from < sums.Length - 1; from++)
        {
            // A stretch from the beginning is the rest of one to the end.
            for (var to = from + 1; to < (from == 0 ? sums.Length - 1 : sums.Length); to++)
            {
                var weight = sums[to].Weight - sums[from].Weight;
                var gap = sums[to].Sum - sums[from].Sum - all.Sum * weight / all.Weight;
                var gain = gap * gap * all.Weight / (weight * (all.Weight - weight));
                if (gain > most * (1 + 1e-9)) (most, widest) = (gain, from == 0 ? (to, sums.Length - 1) : (from, to));
            }
        }

        return widest;
    }

    // Of a point of weight 1.
    private static double Deviation(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double noise, Func<int, double> level, int fitted)
    {
        var (n, squares, lagged, last) = (values.Length, 0.0, 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var residual = Math.Sqrt(weights[i]) * (values[i] - level(i));
            squares += residual * residual;
            lagged += residual * last;
            last = residual;
        }

        var variance = squares / (n - fitted);
        if (variance <= noise) return Math.Sqrt(noise);
        var found = Math.Clamp(lagged / squares, 0, 0.99);
        var margin = (1 - noise / variance) * Math.Sqrt((1 - found * found) / n);
        var together = Math.Min(0.97, found + (1 + 3 * found) / n + margin);
        return Math.Sqrt(variance * (1 + together) / (1 - together));
    }
}
