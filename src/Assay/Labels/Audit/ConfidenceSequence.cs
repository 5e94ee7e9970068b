using Assays.Statistics;

namespace Assays.Labels.Audit;

/// <summary>
/// Intervals that hold at every moment together, so that one may look after each answer and stop when one likes. Both are Ville's inequality
/// for a mixture over all accuracies, uniformly weighted.
/// </summary>
public static class ConfidenceSequence
{
    /// <summary>The evidence against an accuracy of <paramref name="accuracy"/>: the logarithm of the mixture's e-value after these answers.</summary>
    public static double LogEvidence(long right, long answers, double accuracy)
    {
        var wrong = answers - right;
        if ((accuracy <= 0 && right > 0) || (accuracy >= 1 && wrong > 0)) return double.PositiveInfinity;
        var likelihood = (right == 0 ? 0 : right * Math.Log(accuracy)) + (wrong == 0 ? 0 : wrong * double.LogP1(-accuracy));
        return GammaFunction.LogBeta(right + 1, wrong + 1) - likelihood;
    }

    /// <summary>For answers drawn without end.</summary>
    public static Interval Endless(long right, long answers, double confidence = 0.95)
    {
        var limit = -Math.Log(1 - confidence);
        var share = answers == 0 ? 0.5 : (double)right / answers;
        return new(
            LogEvidence(right, answers, 0) < limit ? 0 : Border(0, share),
            LogEvidence(right, answers, 1) < limit ? 1 : Border(1, share));

        double Border(double outside, double inside)
        {
            for (var step = 0; step < 200 && Math.Abs(outside - inside) > 1e-16; step++)
            {
                var middle = 0.5 * (outside + inside);
                if (LogEvidence(right, answers, middle) < limit) inside = middle;
                else outside = middle;
            }

            return inside;
        }
    }

    /// <summary>
    /// For answers drawn without replacement from <paramref name="rows"/> rows: the believable numbers of right rows, where prior by posterior
    /// stays below 1 / (1 - confidence) (Waudby-Smith and Ramdas, NeurIPS 2020).
    /// </summary>
    public static (long Least, long Most) Finite(long rows, long right, long answers, double confidence = 0.95)
    {
        var limit = -Math.Log(1 - confidence);
        long first = right, last = rows - (answers - right);
        var peak = Math.Clamp(answers == 0 ? rows / 2 : (long)Math.Round((double)rows * right / answers), first, last);
        return (Border(first, peak, -1), Border(last, peak, 1));

        long Border(long outside, long inside, int direction)
        {
            // The posterior has one peak, so the border is found by halving.
            if (Log(outside) < limit) return outside;
            while (Math.Abs(outside - inside) > 1)
            {
                var middle = (outside + inside) / 2;
                if (Log(middle) < limit) inside = middle;
                else outside = middle;
            }

            return inside;
        }

        // The posterior under a uniform prior is beta-binomial: P(M) = P(x of n | M) (N + 1 choices) (n + 1) / (N + 1).
        double Log(long total) => -(new Hypergeometric(rows, total, answers).LogProbability(right) + Math.Log(answers + 1.0));
    }
}
