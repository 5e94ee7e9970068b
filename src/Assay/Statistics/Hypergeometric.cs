namespace Assays.Statistics;

/// <summary>Draws without replacement: how many of <paramref name="Draws"/> rows are right when <paramref name="Right"/> of <paramref name="Rows"/> are.</summary>
public readonly record struct Hypergeometric(long Rows, long Right, long Draws)
{
    public long Least => Math.Max(0, Draws - (Rows - Right));
    public long Most => Math.Min(Draws, Right);

    public double Probability(long count) => Math.Exp(LogProbability(count));

    public double LogProbability(long count) => count < Least || count > Most
        ? double.NegativeInfinity
        : GammaFunction.LogChoose(Right, count) + GammaFunction.LogChoose(Rows - Right, Draws - count) - GammaFunction.LogChoose(Rows, Draws);

    /// <summary>P(X ≤ count).</summary>
    public double AtMost(long count) => count < Least ? 0 : count >= Most ? 1 : Share(Least, count);

    /// <summary>P(X ≥ count).</summary>
    public double AtLeast(long count) => count <= Least ? 1 : count > Most ? 0 : Share(count, Most);

    /// <summary>
    /// The probability of a run of counts: the ratios of neighbours from the most likely count outwards, over the sum of all. No logarithm of
    /// a factorial is in it, so it keeps its digits however many rows there are.
    /// </summary>
    private double Share(long from, long to)
    {
        var peak = Math.Clamp((long)((Draws + 1.0) * (Right + 1.0) / (Rows + 2.0)), Least, Most);
        double inside = 0, all = 0, term = 1;
        for (var k = peak; k <= Most && term > 1e-300; k++)
        {
            all += term;
            if (from <= k && k <= to) inside += term;
            term *= (double)(Right - k) * (Draws - k) / ((k + 1.0) * (Rows - Right - Draws + k + 1.0));
        }

        term = 1;
        for (var k = peak; k > Least && term > 1e-300; k--)
        {
            term *= k * (double)(Rows - Right - Draws + k) / ((Right - k + 1.0) * (Draws - k + 1.0));
            all += term;
            if (from <= k - 1 && k - 1 <= to) inside += term;
        }

        return inside / all;
    }
}
