namespace Assays.Statistics;

/// <summary>The probability that chance alone gives at least so large a statistic.</summary>
public static class Significance
{
    /// <summary>Of a correlation of <paramref name="pairs"/> pairs, two-sided, by Student's t.</summary>
    public static double OfCorrelation(double correlation, long pairs)
    {
        if (pairs < 3) return 1;
        var rest = 1 - correlation * correlation;
        if (rest <= 0) return 0;
        var freedom = pairs - 2.0;
        var t2 = correlation * correlation * freedom / rest;
        return new BetaDistribution(freedom / 2, 0.5).Cdf(freedom / (freedom + t2));
    }

    /// <summary>Of a ratio of variances, by Fisher's F.</summary>
    public static double OfVarianceRatio(double ratio, double freedomAbove, double freedomBelow)
    {
        if (freedomAbove <= 0 || freedomBelow <= 0 || !(ratio > 0)) return 1;
        return double.IsPositiveInfinity(ratio) ? 0 : new BetaDistribution(freedomBelow / 2, freedomAbove / 2).Cdf(freedomBelow / (freedomBelow + freedomAbove * ratio));
    }

    /// <summary>Of a chi-square, by the cube-root transformation of Wilson and Hilferty (1931).</summary>
    public static double OfChiSquare(double chiSquare, double freedom)
    {
        if (freedom <= 0 || chiSquare <= 0) return 1;
        var spread = 2 / (9 * freedom);
        return NormalDistribution.Cdf(-(Math.Cbrt(chiSquare / freedom) - (1 - spread)) / Math.Sqrt(spread));
    }
}
