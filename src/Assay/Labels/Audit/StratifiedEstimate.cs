using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Labels.Audit;

/// <summary>What was found in one stratum.</summary>
/// <param name="Rows">Rows of the stratum.</param>
/// <param name="Answers">Rows looked at.</param>
/// <param name="Right">Right labels among them.</param>
/// <param name="Expected">The share of right labels, 0 to 1, that a model expects in the stratum; none where no model was asked.</param>
public readonly record struct StratumAnswers(long Rows, long Answers, long Right, double? Expected = null);

/// <summary>The accuracy of all rows from answers of strata that were drawn unequally: each stratum counts by its rows, not by its answers.</summary>
public static class StratifiedEstimate
{
    private const int Points = 512;
    private const int Rounds = 8;

    /// <summary>No more than the fewest answers of a stratum, so that a model never outweighs people.</summary>
    private const double AnswersOfTheModel = AuditStrata.LeastDraws;

    /// <summary>In larger strata that draws are not replaced makes no difference.</summary>
    private const int MostExactRows = 20_000;

    /// <summary>
    /// The accuracy. What a model expected of a stratum counts as <see cref="AnswersOfTheModel"/> answers about the rows that nobody looked at (the
    /// mean of a beta-binomial posterior), so a few answers do not swing the estimate of a stratum of many rows, and many overrule the model. The
    /// estimate stays within <see cref="Interval"/>, which the answers alone decide. A stratum of which nothing is known is taken to be like the
    /// others together.
    /// </summary>
    public static double Accuracy(ImmutableArray<StratumAnswers> strata)
    {
        var known = strata.Where(static s => s.Answers > 0 || s.Expected is not null).ToImmutableArray();
        var accuracy = known.Sum(RightRows) / known.Sum(static s => s.Rows);
        if (strata.All(static s => s.Expected is null)) return accuracy;
        var interval = Interval(strata);
        return Math.Clamp(accuracy, interval.Low, interval.High);
    }

    private static double RightRows(StratumAnswers s)
    {
        var weight = s.Expected is null ? 0 : AnswersOfTheModel;
        return s.Right + (s.Rows - s.Answers) * (s.Right + weight * s.Expected.GetValueOrDefault()) / (s.Answers + weight);
    }

    /// <summary>
    /// The interval of Clopper and Pearson melded over the strata (Fay, Proschan and Brittain, Biometrics 71, 2015): its lower end is the quantile of
    /// the sum of the strata's lower confidence distributions, its upper end that of the upper ones. With one stratum it is Clopper and Pearson's.
    /// Draws from small strata are without replacement, and so are their limits.
    /// </summary>
    public static Interval Interval(ImmutableArray<StratumAnswers> strata, double confidence = 0.95)
    {
        var rows = (double)strata.Sum(static s => s.Rows);
        var tail = (1 - confidence) / 2;
        return new(Quantile(upper: false, tail), Quantile(upper: true, 1 - tail));

        double Quantile(bool upper, double probability)
        {
            var random = new Random(1);
            var sums = new double[Points * Rounds];
            foreach (var s in strata)
            {
                var points = new double[Points];
                for (var i = 0; i < Points; i++)
                {
                    points[i] = Limit(s, upper, (i + 0.5) / Points) / rows;
                }

                for (var round = 0; round < Rounds; round++)
                {
                    if (strata.Length > 1) random.Shuffle(points);
                    for (var i = 0; i < Points; i++)
                    {
                        sums[round * Points + i] += points[i];
                    }
                }
            }

            Array.Sort(sums);
            return sums[Math.Clamp((int)Math.Round(probability * sums.Length - 0.5), 0, sums.Length - 1)];
        }
    }

    /// <summary>The right rows of a stratum at a quantile of its confidence distribution.</summary>
    private static double Limit(StratumAnswers s, bool upper, double probability)
    {
        if (s.Rows <= MostExactRows)
        {
            var finite = new FiniteProportion(s.Rows, s.Right, s.Answers);
            return upper ? finite.UpperBound(probability) : finite.LowerBound(1 - probability);
        }

        var (a, b) = upper ? (s.Right + 1, s.Answers - s.Right) : (s.Right, s.Answers - s.Right + 1);
        return s.Rows * (a == 0 ? 0 : b == 0 ? 1 : new BetaDistribution(a, b).Quantile(probability));
    }
}
