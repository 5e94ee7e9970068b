namespace Assays.LabelQuality;

/// <summary>How well a ranking, and a set of flagged rows, meet the known errors.</summary>
internal static class Score
{
    /// <summary>Average precision; rows of one score count together.</summary>
    public static double AveragePrecision(double[] scores, bool[] errors)
    {
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
        double all = errors.Count(static e => e), found = 0, sum = 0;
        for (var i = 0; i < order.Length;)
        {
            var (j, hits) = (i, 0.0);
            for (; j < order.Length && scores[order[j]] == scores[order[i]]; j++)
            {
                hits += errors[order[j]] ? 1 : 0;
            }

            found += hits;
            sum += hits / all * found / j;
            i = j;
        }

        return sum;
    }

    public static (double Precision, double Recall, double F1) Flags(bool[] flags, bool[] errors)
    {
        double hits = flags.Zip(errors, static (f, e) => f && e).Count(static b => b);
        var (flagged, wrong) = (flags.Count(static f => f), errors.Count(static e => e));
        var (precision, recall) = (flagged == 0 ? 0 : hits / flagged, wrong == 0 ? 0 : hits / wrong);
        return (precision, recall, hits == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
