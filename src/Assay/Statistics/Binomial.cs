namespace Assays.Statistics;

/// <summary>Draws from a population without end: how many of <paramref name="Draws"/> rows are right when each is with probability <paramref name="Share"/>.</summary>
public readonly record struct Binomial(long Draws, double Share)
{
    /// <summary>P(X ≤ count).</summary>
    public double AtMost(long count) => count < 0 ? 0 : count >= Draws ? 1 : new BetaDistribution(Draws - count, count + 1).Cdf(1 - Share);

    /// <summary>P(X ≥ count).</summary>
    public double AtLeast(long count) => count <= 0 ? 1 : count > Draws ? 0 : new BetaDistribution(count, Draws - count + 1).Cdf(Share);
}
