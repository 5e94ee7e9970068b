namespace Assays.Statistics;

/// <summary>How the shares of categories differ between two sets of rows: the sizes of the difference, and how likely chance makes them.</summary>
/// <param name="TotalVariation">Half the sum of the differences of shares: the share of rows that would have to change, 0 to 1.</param>
/// <param name="JensenShannon">The Jensen-Shannon distance, base 2: 0 to 1.</param>
/// <param name="StabilityIndex">The population stability index; a share of none counts as 0.0001.</param>
/// <param name="ChiSquare">Pearson's statistic.</param>
/// <param name="LogLikelihood">The statistic G of the likelihood ratio.</param>
/// <param name="Freedom">Degrees of freedom of both.</param>
public readonly record struct CategoryShift(
    double TotalVariation, double JensenShannon, double StabilityIndex, double ChiSquare, double LogLikelihood, int Freedom)
{
    private const double LeastShare = 1e-4;

    /// <summary>The probability of so large a chi-square when the shares are the same.</summary>
    public double PValue => Freedom < 1 ? 1 : new ChiSquareDistribution(Freedom).Survival(ChiSquare);

    /// <param name="left">Rows of each category; the counts may be scaled, so that they need not be whole.</param>
    /// <param name="right">Rows of the same categories in the other set.</param>
    public static CategoryShift Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (lefts, rights) = (Sum(left), Sum(right));
        if (lefts <= 0 || rights <= 0) return default;
        var (variation, divergence, index, chi, likelihood, used) = (0.0, 0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] + right[i] <= 0) continue;
            used++;
            var (p, q) = (left[i] / lefts, right[i] / rights);
            var middle = (p + q) / 2;
            variation += Math.Abs(p - q) / 2;
            divergence += (Entropy(p, middle) + Entropy(q, middle)) / 2;
            var (atLeastP, atLeastQ) = (Math.Max(p, LeastShare), Math.Max(q, LeastShare));
            index += (atLeastQ - atLeastP) * Math.Log(atLeastQ / atLeastP);
            var share = (left[i] + right[i]) / (lefts + rights);
            chi += Squared(left[i] - share * lefts) / (share * lefts) + Squared(right[i] - share * rights) / (share * rights);
            likelihood += 2 * (Entropy(left[i], share * lefts) + Entropy(right[i], share * rights));
        }

        return new(variation, Math.Sqrt(Math.Max(0, divergence / Math.Log(2))), index, chi, likelihood, used - 1);
    }

    /// <summary>
    /// Puts categories that are too rare for the chi-square into one: those that are expected in fewer than five rows of the smaller set
    /// (Cochran 1954).
    /// </summary>
    public static CategoryShift Pooled(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var all = Sum(left) + Sum(right);
        var smaller = Math.Min(Sum(left), Sum(right));
        var (lefts, rights) = (new List<double>(left.Length), new List<double>(left.Length));
        var (leftRest, rightRest) = (0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            if ((left[i] + right[i]) / all * smaller >= 5)
            {
                lefts.Add(left[i]);
                rights.Add(right[i]);
            }
            else
            {
                leftRest += left[i];
                rightRest += right[i];
            }
        }

        return Of([.. lefts, leftRest], [.. rights, rightRest]);
    }

    /// <summary>Numbers as categories: ten bins, between the deciles of the left set.</summary>
    public static CategoryShift OfDeciles(WeightedValues left, WeightedValues right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        double[] edges = [.. Enumerable.Range(1, 9).Select(i => left.Quantile(i / 10.0)).Distinct()];
        return Of(Bins(left, edges), Bins(right, edges));
    }

    private static double[] Bins(WeightedValues values, double[] edges)
    {
        var counts = new double[edges.Length + 1];
        for (var (i, bin) = (0, 0); i < values.Values.Length; i++)
        {
            while (bin < edges.Length && values.Values[i] > edges[bin]) bin++;
            counts[bin] += values.CountAt(i);
        }

        return counts;
    }

    private static double Entropy(double value, double expected) => value > 0 ? value * Math.Log(value / expected) : 0;

    private static double Squared(double value) => value * value;

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum;
    }
}
