namespace Assays.Statistics;

/// <summary>A way to look at numbers under which they may be more regular: as they are, by root, by logarithm, from either end.</summary>
internal sealed record NumberScale(Func<double, double> Of, Func<double, double> LogSlope, bool IsNatural)
{
    /// <summary>The scales that suit ascending numbers; each keeps their order.</summary>
    /// <param name="keys">The numbers.</param>
    /// <param name="resolution">A distance that the numbers still tell apart; keeps logarithms of distances finite.</param>
    public static IEnumerable<NumberScale> All(double[] keys, double resolution)
    {
        yield return new(static x => x, static _ => 0, true);
        if (keys[0] > 0) yield return new(Math.Log, static x => -Math.Log(x), true);

        // Amounts and losses: heavy on both sides of the middle.
        var middle = keys[keys.Length / 2];
        var unit = Math.Max(resolution, (keys[keys.Length * 3 / 4] - keys[keys.Length / 4]) / 4);
        yield return new(x => Math.Asinh((x - middle) / unit), x => -Math.Log(Math.Sqrt(((x - middle) * (x - middle)) + (unit * unit))), false);

        // Distances from the least or to the largest: amounts that pile up at one end.
        var (low, high) = (keys[0] - resolution, keys[^1] + resolution);
        yield return new(x => Math.Log(x - low), x => -Math.Log(x - low), false);
        yield return new(x => Math.Sqrt(x - low), x => -Math.Log(2 * Math.Sqrt(x - low)), false);
        yield return new(x => -Math.Log(high - x), x => -Math.Log(high - x), false);
        yield return new(x => -Math.Sqrt(high - x), x => -Math.Log(2 * Math.Sqrt(high - x)), false);
    }
}
