namespace Assays.Statistics;

/// <summary>Whether the numbers of one set tend to be larger than those of another.</summary>
/// <param name="Superiority">The probability that a number of the right set exceeds one of the left, ties counted half: 0.5 for none.</param>
/// <param name="Ties">The sum over tied numbers of (t³ - t), by the cube of all numbers.</param>
public readonly record struct MannWhitney(double Superiority, double Ties)
{
    /// <summary>Cliff's delta of the right set over the left, -1 to 1.</summary>
    public double Delta => 2 * Superiority - 1;

    /// <param name="leftCount">How many numbers the left distribution rests on, which may be fewer than its weights add up to.</param>
    /// <param name="rightCount">The same of the right.</param>
    public static MannWhitney Of(WeightedValues left, WeightedValues right, double leftCount, double rightCount)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (above, ties, all) = (0.0, 0.0, leftCount + rightCount);
        foreach (var step in new CumulativeSteps(left, right))
        {
            above += step.AtRight * (step.Left - 0.5 * step.AtLeft);
            var tied = leftCount * step.AtLeft + rightCount * step.AtRight;
            if (tied > 1) ties += (tied * tied * tied - tied) / (all * all * all);
        }

        return new(above, ties);
    }

    /// <summary>Two-sided, by the normal limit with correction for ties and continuity; right from about eight numbers on either side.</summary>
    public double PValue(double leftCount, double rightCount)
    {
        var all = leftCount + rightCount;
        var pairs = leftCount * rightCount;
        var variance = pairs / 12 * (all + 1 - Ties * all * all / (all - 1));
        if (!(variance > 0)) return 1;
        var distance = Math.Abs(Superiority - 0.5) * pairs - 0.5;
        return distance <= 0 ? 1 : Math.Min(1, 2 * NormalDistribution.Cdf(-distance / Math.Sqrt(variance)));
    }
}
