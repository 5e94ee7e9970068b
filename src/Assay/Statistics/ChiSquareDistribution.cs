namespace Assays.Statistics;

/// <summary>The chi-square distribution.</summary>
/// <param name="Freedom">Degrees of freedom; positive.</param>
public readonly record struct ChiSquareDistribution(double Freedom)
{
    /// <summary>P(X > <paramref name="x"/>), to about 13 digits: the regularised incomplete gamma function Q(k/2, x/2).</summary>
    public double Survival(double x)
    {
        if (!(x > 0)) return 1;
        var (shape, half) = (Freedom / 2, x / 2);
        return half < shape + 1 ? 1 - Series(shape, half) : Fraction(shape, half);
    }

    // DLMF 8.11.4: P(a, x) as a series, which converges fast below the mean.
    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var k = 1; k < 100_000 && term > 1e-17 * sum; k++)
        {
            term *= x / (a + k);
            sum += term;
        }

        return Math.Min(1, sum * Front(a, x));
    }

    // DLMF 8.9.2 by Lentz: Q(a, x) as a continued fraction, which converges fast above the mean.
    private static double Fraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var value = d;
        for (var k = 1; k < 100_000; k++)
        {
            var step = -k * (k - a);
            b += 2;
            d = step * d + b;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = b + step / c;
            if (Math.Abs(c) < tiny) c = tiny;
            value *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16) break;
        }

        return value * Front(a, x);
    }

    private static double Front(double a, double x) => Math.Exp(a * Math.Log(x) - x - GammaFunction.Log(a));
}
