using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling.Relating;

/// <summary>
/// Finds pairs of quantities or of dates where one is never above the other. Numbers of different size are in order by chance: a pair is told only
/// when shuffled rows would break the order far more often than the rows do.
/// </summary>
internal static class OrderFinder
{
    private const int MostColumns = 60;
    private const int MostRows = 10_000;
    private const int FewestRows = 30;
    private const double LeastShare = 0.97;
    private const double MostByChance = 0.93;
    private const double MostByChanceOfOthers = 0.8;
    private const int FewestRowsOfOthers = 500;
    private const double LeastEqual = 0.05;

    public static ImmutableArray<OrderRelation> Find(Sample sample, Profile profile)
    {
        var slice = RowSlice.Of(sample, MostRows);
        var found = new List<OrderRelation>();
        foreach (var kind in (IEnumerable<ColumnProfile>[])[profile.Columns.Where(IsMoment), profile.Columns.Where(static c => c.IsQuantity)])
        {
            var columns = kind.Where(static c => c.Distinct.Value > 2).Take(MostColumns).Select(c => (c.Column, Profile: c, Numbers: slice.Numbers(c))).ToArray();
            for (var a = 0; a < columns.Length; a++)
            {
                for (var b = a + 1; b < columns.Length; b++)
                {
                    var order = Compare(columns[a].Numbers, columns[b].Numbers, AreAlike(columns[a].Profile, columns[b].Profile));
                    if (order.AtMost is { } atMost) found.Add(new(columns[a].Column, columns[b].Column, atMost));
                    else if (order.AtLeast is { } atLeast) found.Add(new(columns[b].Column, columns[a].Column, atLeast));
                }
            }
        }

        return [.. found.OrderByDescending(static f => f.Share).ThenBy(static f => f.Low.Ordinal).ThenBy(static f => f.High.Ordinal)];
    }

    private static bool IsMoment(ColumnProfile column) => column is { Temporal: not null, Type: ValueType.Date or ValueType.Timestamp };

    // Two moments, two amounts of money, two numbers of one unit, or two whose names share a word: low and high of one thing.
    private static bool AreAlike(ColumnProfile left, ColumnProfile right) =>
        (left.Temporal is not null && right.Temporal is not null)
        || (left.Semantic == SemanticType.Currency && right.Semantic == SemanticType.Currency)
        || (left.SemanticDetail is { } unit && unit != "count" && unit == right.SemanticDetail)
        || ColumnName.Of(left.Column.Name).Words.Any(word => word.Length > 2 && ColumnName.Of(right.Column.Name).Words.Contains(word));

    private static (double? AtMost, double? AtLeast) Compare(double[] left, double[] right, bool areAlike)
    {
        var (pairs, below, above, lower, higher) = (0, 0, 0, 0, 0);
        var half = left.Length / 2;
        var (chancePairs, chanceBelow, chanceAbove) = (0, 0, 0);
        for (var i = 0; i < left.Length; i++)
        {
            if (!double.IsNaN(left[i] + right[i]))
            {
                pairs++;
                if (left[i] <= right[i]) below++;
                if (left[i] >= right[i]) above++;
                if (left[i] < right[i]) lower++;
                if (left[i] > right[i]) higher++;
            }

            foreach (var turn in (ReadOnlySpan<int>)[half, half / 3 + 1])
            {
                var other = right[(i + turn) % right.Length];
                if (double.IsNaN(left[i] + other)) continue;
                chancePairs++;
                if (left[i] <= other) chanceBelow++;
                if (left[i] >= other) chanceAbove++;
            }

            // Most pairs show soon that neither is always below.
            if (i == 200 && below < 0.8 * pairs && above < 0.8 * pairs) return default;
        }

        if (pairs < FewestRows || chancePairs == 0) return default;
        areAlike |= pairs - lower - higher is var equal && equal >= LeastEqual * pairs;
        return (
            Judge(below, lower, pairs, (double)chanceBelow / chancePairs, areAlike),
            Judge(above, higher, pairs, (double)chanceAbove / chancePairs, areAlike));
    }

    private static double? Judge(int holding, int strictly, int pairs, double chance, bool areAlike)
    {
        // Numbers of different things must be in order without exception, and more often than not out of order by chance.
        if (!areAlike && (holding < pairs || chance > MostByChanceOfOthers || pairs < FewestRowsOfOthers)) return null;
        var share = (double)holding / pairs;
        var isMeaningful = chance <= MostByChance && 1 - share <= 0.1 * (1 - chance) && strictly >= 0.05 * pairs;
        return share >= LeastShare && isMeaningful ? share : null;
    }
}
