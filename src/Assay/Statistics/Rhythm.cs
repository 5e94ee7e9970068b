namespace Assays.Statistics;

/// <summary>The part of a series that comes back: what each phase of the week, the day or the year adds.</summary>
/// <param name="Offsets">For each phase what is added to the level.</param>
/// <param name="PValue">How likely chance makes the phases so different (Kruskal and Wallis 1952).</param>
public sealed record Rhythm(IReadOnlyDictionary<int, double> Offsets, double PValue)
{
    /// <summary>Fewer rounds show no rhythm.</summary>
    public const int FewestRounds = 3;

    /// <summary>Measures the phases of a series after its slow movement was taken out.</summary>
    /// <param name="values">The points, in order.</param>
    /// <param name="phases">The phase of each: points of one phase are alike, as Mondays are.</param>
    /// <param name="length">Points of one round.</param>
    /// <returns>None when there are too few rounds.</returns>
    public static Rhythm? Find(ReadOnlySpan<double> values, ReadOnlySpan<int> phases, int length)
    {
        var all = phases.ToArray();
        var counts = all.CountBy(static phase => phase).ToDictionary();
        if (counts.Count < 2 || values.Length < FewestRounds * length || counts.Values.Min() < FewestRounds) return null;
        var residuals = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var from = Math.Max(0, i - length);
            residuals[i] = values[i] - Median(values[from..Math.Min(values.Length, i + length + 1)].ToArray());
        }

        var offsets = counts.Keys.ToDictionary(static phase => phase, phase => Median([.. residuals.Where((_, i) => all[i] == phase)]));
        return new(offsets, KruskalWallis(residuals, all, counts));
    }

    public static double Median(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Array.Sort(values);
        return values.Length == 0 ? double.NaN : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static double KruskalWallis(double[] values, int[] groups, Dictionary<int, int> counts)
    {
        var ranks = Ranks.Of(values);
        double n = values.Length;
        var variance = ranks.Sum(rank => (rank - (n + 1) / 2) * (rank - (n + 1) / 2)) / (n - 1);
        if (variance <= 0) return 1;
        var sums = counts.Keys.ToDictionary(static g => g, static _ => 0.0);
        for (var i = 0; i < ranks.Length; i++) sums[groups[i]] += ranks[i] - (n + 1) / 2;
        return new ChiSquareDistribution(counts.Count - 1).Survival(sums.Sum(s => s.Value * s.Value / counts[s.Key]) / variance);
    }
}
