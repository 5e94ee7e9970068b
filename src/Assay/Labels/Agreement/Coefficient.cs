using Assays.Statistics;

namespace Assays.Labels.Agreement;

/// <summary>A coefficient of agreement over any number of annotators: 1 is perfect, 0 is what chance gives.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Of">Computes it for patterns of answers and the number of items of each.</param>
public sealed record Coefficient(string Name, Func<AnswerCounts, long[], double> Of)
{
    public static Coefficient Pairwise { get; } = new("pairwise agreement", static (counts, weights) => Observed(counts, weights));

    /// <summary>Fleiss (1971): chance by the classes' shares over all answers.</summary>
    public static Coefficient Fleiss { get; } = new("Fleiss' kappa", static (counts, weights) => Chance(Observed(counts, weights), SumOfSquares(Shares(counts, weights))));

    /// <summary>Randolph (2005): chance as if all classes were equally likely.</summary>
    public static Coefficient Randolph { get; } = new("Randolph's kappa", static (counts, weights) => Chance(Observed(counts, weights), 1.0 / counts.Classes));

    /// <summary>Gwet's AC1 (2008): keeps its sense when one class dominates, where kappa falls to nothing.</summary>
    public static Coefficient GwetAc1 { get; } = new("Gwet's AC1", static (counts, weights) =>
    {
        var shares = Shares(counts, weights);
        return counts.Classes < 2 ? double.NaN : Chance(Observed(counts, weights), (1 - SumOfSquares(shares)) / (counts.Classes - 1));
    });

    public static Coefficient Krippendorff(Distance distance) =>
        new($"Krippendorff's alpha ({distance.ToString().ToLowerInvariant()})", (counts, weights) => Alpha(counts, weights, distance));

    /// <summary>The coefficient and its bootstrap interval (items drawn again, percentiles).</summary>
    public (double Value, Interval Interval) Estimate(AnswerCounts counts, int seed, int draws = 1000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var random = new Random(seed);
        var values = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            values[i] = Of(counts, counts.Redraw(random));
        }

        var kept = values.Where(double.IsFinite).Order().ToArray();
        var value = Of(counts, counts.Weights());
        return (value, kept.Length == 0 ? new(double.NaN, double.NaN) : new(At(1 - confidence), At(1 + confidence)));

        double At(double twice) => kept[(int)Math.Clamp(Math.Round(twice / 2 * (kept.Length - 1)), 0, kept.Length - 1)];
    }

    private static double Chance(double observed, double expected) => expected >= 1 ? double.NaN : (observed - expected) / (1 - expected);

    private static double SumOfSquares(double[] shares) => shares.Sum(static s => s * s);

    /// <summary>The mean, over items with two answers or more, of the share of pairs that agree.</summary>
    private static double Observed(AnswerCounts counts, long[] weights)
    {
        double sum = 0, items = 0;
        for (var p = 0; p < weights.Length; p++)
        {
            double answers = counts.Patterns[p].Sum(static c => c.Count);
            if (weights[p] == 0 || answers < 2) continue;
            sum += weights[p] * counts.Patterns[p].Sum(static c => c.Count * (c.Count - 1.0)) / (answers * (answers - 1));
            items += weights[p];
        }

        return items == 0 ? double.NaN : sum / items;
    }

    /// <summary>Each class's share: the mean over items of its share of the item's answers.</summary>
    private static double[] Shares(AnswerCounts counts, long[] weights)
    {
        var shares = new double[counts.Classes];
        double items = 0;
        for (var p = 0; p < weights.Length; p++)
        {
            double answers = counts.Patterns[p].Sum(static c => c.Count);
            if (weights[p] == 0 || answers == 0) continue;
            items += weights[p];
            foreach (var (k, count) in counts.Patterns[p])
            {
                shares[k] += weights[p] * count / answers;
            }
        }

        for (var k = 0; k < shares.Length; k++)
        {
            shares[k] /= items;
        }

        return shares;
    }

    /// <summary>Krippendorff (2019): 1 - observed by expected disagreement, over the pairs of answers about one item.</summary>
    private static double Alpha(AnswerCounts counts, long[] weights, Distance distance)
    {
        var totals = new double[counts.Classes];
        for (var p = 0; p < weights.Length; p++)
        {
            if (weights[p] == 0 || counts.Patterns[p].Sum(static c => c.Count) < 2) continue;
            foreach (var (k, count) in counts.Patterns[p])
            {
                totals[k] += (double)weights[p] * count;
            }
        }

        var apart = Distances.Between(distance, counts.Values, totals);
        double observed = 0, expected = 0, all = totals.Sum();
        for (var p = 0; p < weights.Length; p++)
        {
            var pattern = counts.Patterns[p];
            double answers = pattern.Sum(static c => c.Count);
            if (weights[p] == 0 || answers < 2) continue;
            var sum = 0.0;
            foreach (var left in pattern)
            {
                foreach (var right in pattern)
                {
                    sum += (double)left.Count * right.Count * apart[left.Class, right.Class];
                }
            }

            observed += weights[p] * sum / (answers - 1);
        }

        for (var i = 0; i < totals.Length; i++)
        {
            for (var j = 0; j < totals.Length; j++)
            {
                expected += totals[i] * totals[j] * apart[i, j];
            }
        }

        return expected <= 0 ? double.NaN : 1 - (all - 1) * observed / expected;
    }
}
