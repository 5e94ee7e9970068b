using System.Collections.Immutable;

namespace Assays.Statistics;

/// <summary>
/// Numbers that depart from a value which nearly all rows share: a constant year, a code. The median deviation of such a column is 0, so that
/// nothing can be measured in it; what tells errors from a distribution with a peak is that errors are strewn: on both sides of the peak, each
/// rare, none a natural next.
/// </summary>
public static class Disturbances
{
    /// <param name="numbers">Distinct numbers.</param>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="minShare">The share of rows that the common value needs.</param>
    public static ImmutableArray<Outlier> Find(ReadOnlySpan<double> numbers, ReadOnlySpan<int> counts, double minShare = 0.6)
    {
        var (total, top) = (0L, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            if (counts[i] > counts[top]) top = i;
        }

        if (counts.Length < 2 || counts[top] < 6 || counts[top] < minShare * total) return [];
        var (above, below, second, others) = (0, 0, 0, 0);
        for (var i = 0; i < counts.Length; i++)
        {
            if (i == top) continue;
            others += counts[i];
            second = Math.Max(second, counts[i]);
            if (numbers[i] > numbers[top]) above++;
            else below++;
        }

        // A peak at zero is the usual shape of amounts and counts: most are none. Its other values are true.
        if (numbers[top] == 0) return [];

        // One lone departure from a constant is as likely a real exception; the more rows agree, the less.
        var agreement = (double)counts[top] / total;
        var strewn = (double)(counts.Length - 1) / others;
        var twoSided = above > 0 && below > 0 ? Math.Min(above, below) / (double)(above + below) : 0;
        var odds = 0.5 * Math.Pow(agreement / (1 - agreement + 0.02), 0.5)
            * (strewn > 0.9 ? 2 : strewn > 0.5 ? 1.2 : 0.3)
            * (others < 3 ? 1 : twoSided > 0.15 ? 4 : 0.15)
            * (second <= Math.Max(2, 0.15 * others) ? 1.5 : second > 0.3 * others && others > 3 ? 0.15 : 0.6);
        var probability = Math.Min(0.97, odds / (1 + odds));
        if (probability < 0.5) return [];

        var found = ImmutableArray.CreateBuilder<Outlier>();
        for (var i = 0; i < counts.Length; i++)
        {
            if (i != top) found.Add(new(i, probability));
        }

        return found.ToImmutable();
    }
}
