using Assays.Drift.Baselines;
using Assays.Statistics;

namespace Assays.Drift;

/// <summary>How far two columns' contents are from each other, 0 for the same to 1, whatever they are called.</summary>
internal static class Likeness
{
    public static double Distance(ColumnBaseline left, ColumnBaseline right)
    {
        if (left.Role is ColumnRole.Empty || right.Role is ColumnRole.Empty) return left.Role == right.Role ? 0 : 1;
        if (left.HoldsNumbers != right.HoldsNumbers) return 1;
        var masks = Shares(left.Masks, right.Masks);
        if (left.Role == ColumnRole.Time || right.Role == ColumnRole.Time) return left.Role == right.Role ? masks : 1;
        if (left.HoldsNumbers) return KolmogorovSmirnov.Distance(left.Numbers!.Compact().Values, right.Numbers!.Compact().Values);
        if (left.Role == ColumnRole.Category && right.Role == ColumnRole.Category) return Shares(left.Values, right.Values);
        var distinct = left.Distinct is null || right.Distinct is null ? masks : 1 - left.Distinct.Likeness(right.Distinct);
        return Math.Min(distinct, (distinct + masks) / 2);
    }

    /// <summary>How far the shapes of the values, and the numbers or lengths, are from each other; the values themselves are not compared.</summary>
    public static double OfShapes(ColumnBaseline left, ColumnBaseline right) => Math.Max(
        Shares(left.Masks, right.Masks),
        left.Numbers is { } one && right.Numbers is { } other ? KolmogorovSmirnov.Distance(one.Compact().Values, other.Compact().Values) : left.Numbers == right.Numbers ? 0 : 1);

    /// <summary>The total variation between two sets of counts; what is not listed counts as one.</summary>
    public static double Shares(FrequentItems left, FrequentItems right) => CategoryCounts.Of(left, right).Shift.TotalVariation;
}
