using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Drift;

/// <summary>The counts of two columns' values side by side. Where a list is not whole, values that only the other lists go with the rest.</summary>
/// <param name="Names">The values; the rest has none.</param>
/// <param name="Left">The reference's counts, one for each value and one for the rest.</param>
/// <param name="Right">The current counts.</param>
internal sealed record CategoryCounts(ImmutableArray<string> Names, double[] Left, double[] Right)
{
    public CategoryShift Shift => CategoryShift.Of(Left, Right);

    /// <param name="leftFactor">By what the reference's counts are multiplied, so that they add up to the rows that tests may count on.</param>
    public static CategoryCounts Of(FrequentItems left, FrequentItems right, double leftFactor = 1, double rightFactor = 1)
    {
        var (lefts, rights) = (Index(left), Index(right));
        ImmutableArray<string> names =
        [
            .. left.Items.Select(static i => i.Key).Where(name => right.IsComplete || rights.ContainsKey(name)),
            .. right.Items.Select(static i => i.Key).Where(name => left.IsComplete && !lefts.ContainsKey(name)),
        ];
        double[] a = [.. names.Select(name => (double)lefts.GetValueOrDefault(name))];
        double[] b = [.. names.Select(name => (double)rights.GetValueOrDefault(name))];
        return new(
            names,
            [.. a.Select(n => n * leftFactor), Math.Max(0, left.Total - a.Sum()) * leftFactor],
            [.. b.Select(n => n * rightFactor), Math.Max(0, right.Total - b.Sum()) * rightFactor]);
    }

    private static Dictionary<string, long> Index(FrequentItems items) => items.Items.ToDictionary(static i => i.Key, static i => i.Value, StringComparer.Ordinal);
}
