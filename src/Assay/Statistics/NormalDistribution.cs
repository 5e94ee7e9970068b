namespace Assays.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class NormalDistribution
{
    private const double RootTwoPi = 2.50662827463100050242;

    public static double Density(double x) => Math.Exp(-0.5 * x * x) / RootTwoPi;

    /// <summary>P(X ≤ x). In the middle Marsaglia's series (J. Stat. Software 11(4), 2004), in the tails the continued fraction of Mills' ratio.</summary>
    public static double Cdf(double x)
    {
        if (x > 0) return 1 - Cdf(-x);
        if (x < -38.5) return 0;
        if (x < -4)
        {
            var ratio = 0.0;
            for (var k = 60; k > 0; k--)
            {
                ratio = k / (-x + ratio);
            }

            return Density(x) / (-x + ratio);
        }

        double term = x, sum = x;
        for (var k = 3; Math.Abs(term) > 1e-18 * Math.Abs(sum); k += 2)
        {
            term *= x * x / k;
            sum += term;
        }

        return 0.5 + Density(x) * sum;
    }

    /// <summary>The value below which a share <paramref name="probability"/> (0 to 1, exclusive) lies.</summary>
    public static double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        if (probability > 0.5) return -Quantile(1 - probability);

        // Abramowitz and Stegun 26.2.23 to three digits, then Newton's steps to all of them.
        var t = Math.Sqrt(-2 * Math.Log(probability));
        var x = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
        for (var step = 0; step < 6; step++)
        {
            var error = (Cdf(x) - probability) / Density(x);
            x -= error / (1 + 0.5 * x * error);
        }

        return x;
    }
}
