using Assays.Drift.Baselines;
using Assays.Statistics;

namespace Assays.Drift;

/// <summary>How far the distribution of a column moved, and how likely chance alone moves it so far.</summary>
/// <param name="Measure">What <paramref name="Effect"/> is: <c>ks</c> of numbers, <c>tv</c> (total variation) of categories.</param>
/// <param name="Effect">The largest difference of shares, 0 to 1: so many rows of a hundred would have to change.</param>
/// <param name="PValue">Before the other columns are thought of.</param>
public sealed record ColumnShift(string Measure, double Effect, double PValue)
{
    /// <summary>Numbers: how far they moved on average, in deviations of the reference (Wasserstein's distance by a robust deviation).</summary>
    public double NormedDistance { get; init; }

    /// <summary>Numbers: the shift of the median, in the same deviations.</summary>
    public double MedianShift { get; init; }

    /// <summary>Categories: the Jensen-Shannon distance.</summary>
    public double JensenShannon { get; init; }

    /// <summary>The population stability index; of numbers over ten bins of equal size of the reference.</summary>
    public double StabilityIndex { get; init; }

    /// <summary>The level at which the column is still reported when all columns' tests are thought of together.</summary>
    public double QValue { get; init; } = 1;

    /// <summary>The effect that would have been found four times in five, in deviations or shares.</summary>
    public double Detectable { get; init; }

    /// <summary>The shift of a pair of columns.</summary>
    /// <returns>None when there is nothing to compare: columns that count on, other types, too few values.</returns>
    public static ColumnShift? Of(ColumnPair pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (!pair.IsJudgeable || pair.GoesOn) return null;
        var (old, now) = (pair.Reference, pair.Current);
        if (pair.AreCategories) return OfCategories(pair);
        return old.Numbers is null || now.Numbers is null || (old.Role == ColumnRole.Text) != (now.Role == ColumnRole.Text) ? null : OfNumbers(pair);
    }

    private const double TestQuantile = 2.5758293035489 + 0.8416212335729;

    private static ColumnShift? OfCategories(ColumnPair pair)
    {
        var (old, now) = (pair.Reference.Values, pair.Current.Values);
        if (old.Total == 0 || now.Total == 0) return null;
        var counts = CategoryCounts.Of(old, now, pair.ReferenceCount / old.Total, pair.CurrentCount / now.Total);
        var all = counts.Shift;
        return new("tv", all.TotalVariation, CategoryShift.Pooled(counts.Left, counts.Right).PValue)
        {
            JensenShannon = all.JensenShannon, StabilityIndex = all.StabilityIndex, Detectable = 0.5 * TestQuantile * Math.Sqrt(1 / pair.ReferenceCount + 1 / pair.CurrentCount),
        };
    }

    private static ColumnShift OfNumbers(ColumnPair pair)
    {
        var (old, now) = (pair.Reference.Numbers!, pair.Current.Numbers!);
        var (n, m) = (pair.ReferenceCount, pair.CurrentCount);
        var distance = KolmogorovSmirnov.Distance(old.Values, now.Values);
        var certain = Math.Max(0, distance - old.RankError - now.RankError);
        var ranks = MannWhitney.Of(old.Values, now.Values, n, m);

        // The rank test sees small shifts of all values, Kolmogorov's any change of shape: the better of two tests counts twice.
        var p = Math.Min(1, 2 * Math.Min(KolmogorovSmirnov.PValue(certain, n, m), ranks.PValue(n, m)));
        var deviation = Deviation(old.Values);
        return new("ks", distance, p)
        {
            NormedDistance = deviation > 0 ? Wasserstein.Distance(Trimmed(old.Values, old.Values), Trimmed(now.Values, old.Values)) / deviation : 0,
            MedianShift = deviation > 0 ? (now.Values.Quantile(0.5) - old.Values.Quantile(0.5)) / deviation : 0,
            StabilityIndex = CategoryShift.OfDeciles(old.Values, now.Values).StabilityIndex,
            Detectable = TestQuantile * Math.Sqrt(1 / n + 1 / m),
        };
    }

    // Half of the distance between the 16 % and the 84 % quantile: that of the normal distribution, and no stray value moves it.
    private static double Deviation(WeightedValues values) =>
        (values.Quantile(0.84134) - values.Quantile(0.15866)) / 2 is > 0 and var inner ? inner : values.Moments().Deviation;

    // A few numbers far out are for the rule of numbers never seen: here they would outweigh all others.
    private static WeightedValues Trimmed(WeightedValues values, WeightedValues reference)
    {
        var (low, high, spread) = (reference.Quantile(0.01), reference.Quantile(0.99), Deviation(reference));
        return values.Map(x => Math.Clamp(x, low - spread, high + spread));
    }
}
