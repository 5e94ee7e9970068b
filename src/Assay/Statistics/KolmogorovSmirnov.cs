namespace Assays.Statistics;

/// <summary>The largest distance between two empirical distributions, and how likely chance alone makes it so large.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>Up to this product of the two counts the probability is exact; beyond, its limit is right to a few per cent.</summary>
    private const double LargestExact = 10_000;

    /// <summary>max |F(x) - G(x)|, 0 to 1.</summary>
    public static double Distance(WeightedValues left, WeightedValues right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var most = 0.0;
        foreach (var step in new CumulativeSteps(left, right)) most = Math.Max(most, Math.Abs(step.Left - step.Right));
        return most;
    }

    /// <summary>The probability of a distance of at least <paramref name="distance"/> between samples of the same continuous distribution; with ties it is too large.</summary>
    public static double PValue(double distance, double leftCount, double rightCount)
    {
        if (distance <= 0 || leftCount < 1 || rightCount < 1) return 1;
        return leftCount * rightCount <= LargestExact
            ? Exact(distance, (int)leftCount, (int)rightCount)
            : Limit(distance * Math.Sqrt(leftCount / (leftCount + rightCount) * rightCount));
    }

    /// <summary>Kolmogorov's limiting distribution: P(K ≥ <paramref name="x"/>).</summary>
    public static double Limit(double x)
    {
        if (x <= 0) return 1;
        if (x < 1.18)
        {
            // The theta function's other form, which converges where the usual one does not.
            var sum = 0.0;
            for (var k = 1; k < 20; k += 2) sum += Math.Exp(-k * k * Math.PI * Math.PI / (8 * x * x));
            return 1 - Math.Sqrt(2 * Math.PI) / x * sum;
        }

        var tail = 0.0;
        for (var k = 1; k < 20; k++) tail += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * x * x);
        return Math.Clamp(tail, 0, 1);
    }

    /// <summary>By counting lattice paths that stay near the diagonal (Hodges 1958; the scaling that keeps it in range is that of R's psmirnov).</summary>
    public static double Exact(double distance, int leftCount, int rightCount)
    {
        var (m, n) = (Math.Min(leftCount, rightCount), Math.Max(leftCount, rightCount));
        var limit = (0.5 + Math.Floor(distance * m * n - 1e-7)) / ((double)m * n);
        var paths = new double[n + 1];
        for (var j = 0; j <= n; j++) paths[j] = (double)j / n > limit ? 0 : 1;
        for (var i = 1; i <= m; i++)
        {
            var weight = i / (double)(i + n);
            paths[0] = (double)i / m > limit ? 0 : weight * paths[0];
            for (var j = 1; j <= n; j++) paths[j] = Math.Abs((double)i / m - (double)j / n) > limit ? 0 : weight * paths[j] + paths[j - 1];
        }

        return Math.Clamp(1 - paths[n], 0, 1);
    }
}
