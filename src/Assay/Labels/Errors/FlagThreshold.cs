namespace Assays.Labels.Errors;

/// <summary>The probability from which on labels are called wrong so that the expected F1 of the called ones is largest.</summary>
internal static class FlagThreshold
{
    private const int Bins = 10_000;

    public static double Best(ReadOnlySpan<double> probabilities)
    {
        var counts = new int[Bins + 1];
        var sums = new double[Bins + 1];
        var all = 0.0;
        foreach (var p in probabilities)
        {
            var bin = Math.Clamp((int)(p * Bins), 0, Bins);
            counts[bin]++;
            sums[bin] += p;
            all += p;
        }

        double hits = 0, best = -1;
        var (called, limit) = (0L, Bins);
        for (var bin = Bins; bin >= 0; bin--)
        {
            if (counts[bin] == 0) continue;
            called += counts[bin];
            hits += sums[bin];
            var score = 2 * hits / (called + all);
            if (score <= best) continue;
            (best, limit) = (score, bin);
        }

        return (double)limit / Bins;
    }
}
