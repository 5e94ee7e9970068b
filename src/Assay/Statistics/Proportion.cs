namespace Assays.Statistics;

/// <summary>Intervals of a share of which <paramref name="Hits"/> of <paramref name="Draws"/> independent answers were seen.</summary>
public readonly record struct Proportion(long Hits, long Draws)
{
    public double Share => Draws == 0 ? double.NaN : (double)Hits / Draws;

    /// <summary>The exact interval of Clopper and Pearson (1934): never covers less than it says.</summary>
    public Interval ClopperPearson(double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        return new(LowerBound(1 - tail), UpperBound(1 - tail));
    }

    /// <summary>The one-sided exact lower bound.</summary>
    public double LowerBound(double confidence = 0.95) => Hits == 0 ? 0 : new BetaDistribution(Hits, Draws - Hits + 1).Quantile(1 - confidence);

    /// <summary>The one-sided exact upper bound.</summary>
    public double UpperBound(double confidence = 0.95) => Hits == Draws ? 1 : new BetaDistribution(Hits + 1, Draws - Hits).Quantile(confidence);

    /// <summary>Wilson's score interval (1927): covers what it says on average.</summary>
    public Interval Wilson(double confidence = 0.95) => Wilson(Share, Draws, confidence);

    /// <summary>Wilson's interval for rows drawn without replacement from <paramref name="rows"/>, by the effective number of draws.</summary>
    public Interval Wilson(long rows, double confidence) =>
        Draws >= rows ? new(Share, Share) : Wilson(Share, Draws * (rows - 1.0) / (rows - Draws), confidence);

    /// <summary>
    /// The equal-tailed interval of the posterior with Jeffreys' prior, as plain quantiles. (Brown, Cai and DasGupta, Statist. Sci. 16,
    /// 2001, replace the outer end by 0 or 1 when no answer, or every answer, is a hit.)
    /// </summary>
    public Interval Jeffreys(double confidence = 0.95)
    {
        var posterior = JeffreysPosterior;
        return new(posterior.Quantile((1 - confidence) / 2), posterior.Quantile((1 + confidence) / 2));
    }

    public BetaDistribution JeffreysPosterior => new(Hits + 0.5, Draws - Hits + 0.5);

    private static Interval Wilson(double share, double draws, double confidence)
    {
        var z = NormalDistribution.Quantile((1 + confidence) / 2);
        var square = z * z / draws;
        var centre = share + square / 2;
        var half = z * Math.Sqrt(share * (1 - share) / draws + square / (4 * draws));
        return new(Math.Max(0, (centre - half) / (1 + square)), Math.Min(1, (centre + half) / (1 + square)));
    }
}
