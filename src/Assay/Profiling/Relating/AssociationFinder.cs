using System.Collections.Immutable;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Profiling.Relating;

/// <summary>
/// Finds pairs of columns that say something about each other, by the measure that fits their kinds: Spearman's correlation of two numbers,
/// Cramér's V of two categories, the correlation ratio of a category and a number's ranks. An association is told when it is strong enough to
/// matter and chance would not give it in any of the pairs that were tried.
/// </summary>
internal static class AssociationFinder
{
    /// <summary>Rows that are looked at.</summary>
    private const int MostRows = 10_000;

    /// <summary>Columns that are compared: in wider tables those with the most present values, in their order.</summary>
    private const int MostColumns = 200;
    private const int MostLevels = 200;
    private const int MostTold = 500;
    private const double LeastStrength = 0.2;
    private const double Chance = 0.01;

    public static ImmutableArray<Association> Find(Sample sample, Profile profile, int threads, CancellationToken cancellationToken)
    {
        var slice = RowSlice.Of(sample, MostRows);
        var sides = profile.Columns.Where(c => IsNumber(c) || IsCategory(c, sample.Rows))
            .OrderByDescending(static c => c.Present).ThenBy(static c => c.Column.Ordinal)
            .Take(MostColumns).OrderBy(static c => c.Column.Ordinal)
            .Select(c => Side.Of(c, slice, IsNumber(c))).ToArray();
        if (sides.Length < 2) return [];

        var limit = Chance / (sides.Length * (sides.Length - 1) / 2.0);
        var found = new List<Association>[sides.Length];
        Parallel.For(
            0, sides.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken },
            i => found[i] = [.. Enumerable.Range(i + 1, sides.Length - i - 1).Select(j => Compare(sides[i], sides[j], limit)).OfType<Association>()]);
        return [.. found.SelectMany(static f => f)
            .OrderByDescending(static a => Math.Abs(a.Strength)).ThenBy(static a => a.Left.Ordinal).ThenBy(static a => a.Right.Ordinal)
            .Take(MostTold)];
    }

    private static bool IsNumber(ColumnProfile column) =>
        column.Distinct.Value > 1 && (column.IsQuantity || column.Semantic is SemanticType.Year or SemanticType.Ordinal or SemanticType.Latitude or SemanticType.Longitude
            || (column.Semantic == SemanticType.Boolean && column.Numeric is not null) || column is { Temporal: not null, Type: not ValueType.Time });

    private static bool IsCategory(ColumnProfile column, int rows) =>
        column.Distinct.Value is > 1 and <= MostLevels && column.Type is not (ValueType.Empty or ValueType.Number) && 5 * column.Distinct.Value <= rows;

    private static Association? Compare(Side left, Side right, double limit)
    {
        var (measure, strength, chance) = (left.Ranks, right.Ranks) switch
        {
            (not null, not null) => Spearman(left.Ranks, right.Ranks),
            (null, null) => Cramer(left, right),
            (null, not null) => Ratio(left, right.Ranks),
            _ => Ratio(right, left.Ranks!),
        };
        return Math.Abs(strength) >= LeastStrength && chance <= limit ? new(left.Column, right.Column, measure, strength) : null;
    }

    private static (string Measure, double Strength, double Chance) Spearman(double[] left, double[] right)
    {
        var correlation = Correlation.Of(left, right);
        return ("spearman", correlation.Value, Significance.OfCorrelation(correlation.Value, correlation.Pairs));
    }

    private static (string Measure, double Strength, double Chance) Cramer(Side left, Side right)
    {
        var table = CrossTable.Of(left.Codes!, left.Levels, right.Codes!, right.Levels);
        return ("cramers-v", table.CramersV, Significance.OfChiSquare(table.ChiSquare, table.Freedom));
    }

    private static (string Measure, double Strength, double Chance) Ratio(Side groups, double[] ranks)
    {
        var ratio = CorrelationRatio.Of(groups.Codes!, groups.Levels, ranks);
        return ("correlation-ratio", ratio.Value, Significance.OfVarianceRatio(ratio.F, ratio.Groups - 1, ratio.Rows - ratio.Groups));
    }

    /// <summary>One column, ready to be compared: ranks of a number, codes of a category.</summary>
    private sealed record Side(Column Column, double[]? Ranks, int[]? Codes, int Levels)
    {
        public static Side Of(ColumnProfile profile, RowSlice slice, bool isNumber)
        {
            var column = slice.Sample[profile.Column];
            return isNumber
                ? new(profile.Column, Statistics.Ranks.Of(slice.Numbers(profile)), null, 0)
                : new(profile.Column, null, slice.Codes(column), column.Values.Length);
        }
    }
}
