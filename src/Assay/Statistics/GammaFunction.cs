namespace Assays.Statistics;

/// <summary>The logarithm of the gamma function, and the coefficients that are made of it.</summary>
public static class GammaFunction
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>
    /// ln Γ(<paramref name="x"/>) for x > 0, to about 15 digits: Stirling's series from 15 upwards, where seven terms are exact to the
    /// last bit, and the recurrence Γ(x) = Γ(x + 1) / x below.
    /// </summary>
    public static double Log(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x), x, "The argument is positive.");
        var product = 1.0;
        while (x < 15)
        {
            product *= x;
            x++;
        }

        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680
            - inverse * (1.0 / 1188 - inverse * (691.0 / 360360 - inverse / 156)))))) / x;
        return (x - 0.5) * Math.Log(x) - x + HalfLogTwoPi + series - Math.Log(product);
    }

    /// <summary>ln of the number of ways to choose <paramref name="k"/> of <paramref name="n"/>.</summary>
    public static double LogChoose(long n, long k) => k < 0 || k > n ? double.NegativeInfinity : Log(n + 1.0) - Log(k + 1.0) - Log(n - k + 1.0);

    /// <summary>ln B(<paramref name="a"/>, <paramref name="b"/>).</summary>
    public static double LogBeta(double a, double b) => Log(a) + Log(b) - Log(a + b);
}
