namespace Assays.Learning.Drift;

/// <summary>A share over weighted rows, and how far chance may move it.</summary>
/// <param name="Mean">The share, 0 to 1.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Rows">How many rows of equal weight tell as much (Kish).</param>
internal readonly record struct WeightedShare(double Mean, double Error, double Rows)
{
    /// <param name="values">0 or 1; not a number for rows that do not count.</param>
    public static WeightedShare Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var (sum, all, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            sum += weights[i] * values[i];
            all += weights[i];
            squares += weights[i] * weights[i];
        }

        if (all <= 0) return new(double.NaN, double.PositiveInfinity, 0);
        var (mean, spread) = (sum / all, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i])) spread += weights[i] * weights[i] * (values[i] - mean) * (values[i] - mean);
        }

        return new(mean, Math.Sqrt(spread) / all, all * all / squares);
    }

    public static WeightedShare Of(ReadOnlySpan<double> values)
    {
        var ones = new double[values.Length];
        ones.AsSpan().Fill(1);
        return Of(values, ones);
    }
}
