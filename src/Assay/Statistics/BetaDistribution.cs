namespace Assays.Statistics;

/// <summary>The beta distribution: what is known of a share after some answers.</summary>
/// <param name="A">The first shape; positive.</param>
/// <param name="B">The second shape; positive.</param>
public readonly record struct BetaDistribution(double A, double B)
{
    public double Mean => A / (A + B);

    /// <summary>The regularised incomplete beta function I(x; a, b), by Lentz's evaluation of its continued fraction (DLMF 8.17.22).</summary>
    public double Cdf(double x)
    {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        return x < (A + 1) / (A + B + 2) ? Fraction(A, B, x) : 1 - Fraction(B, A, 1 - x);
    }

    /// <summary>The value below which a share <paramref name="probability"/> lies, to the last digits that a double holds.</summary>
    public double Quantile(double probability)
    {
        if (probability <= 0) return 0;
        if (probability >= 1) return 1;
        double low = 0, high = 1;
        var x = Mean;
        for (var step = 0; step < 200; step++)
        {
            var error = Cdf(x) - probability;
            if (error > 0) high = x;
            else low = x;

            // Newton while it stays inside the bracket, else halving.
            var next = x - error / Math.Exp(LogDensity(x));
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - x) <= 1e-15 * x || high - low <= double.Epsilon) return next;
            x = next;
        }

        return x;
    }

    public double LogDensity(double x) => (A - 1) * Math.Log(x) + (B - 1) * double.LogP1(-x) - GammaFunction.LogBeta(A, B);

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        var front = Math.Exp(a * Math.Log(x) + b * double.LogP1(-x) - GammaFunction.LogBeta(a, b)) / a;
        var d = Away(1 - (a + b) * x / (a + 1));
        var c = 1.0;
        d = 1 / d;
        var value = d;
        for (var m = 1; m < 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Away(1 + even * d);
            c = Away(1 + even / c);
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Away(1 + odd * d);
            c = Away(1 + odd / c);
            var change = d * c;
            value *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }

        return front * value;

        static double Away(double value) => Math.Abs(value) < tiny ? tiny : value;
    }
}
