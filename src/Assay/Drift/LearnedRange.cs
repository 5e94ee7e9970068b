using Assays.Drift.Baselines;

namespace Assays.Drift;

/// <summary>Between what numbers a column lay, and how far out a number must be to be strange even if the extremes are chance.</summary>
/// <param name="Low">The smallest number of the reference.</param>
/// <param name="High">The largest.</param>
/// <param name="FarLow">The smallest less twice the length of the reference's own lower tail.</param>
/// <param name="FarHigh">The largest and twice the length of the upper tail.</param>
public readonly record struct LearnedRange(double Low, double High, double FarLow, double FarHigh)
{
    private const double Tail = 0.01;

    /// <summary>The range of a column that has numbers.</summary>
    public static LearnedRange Of(ColumnBaseline column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var values = column.Numbers!.Values;
        var (low, high) = (column.Moments.Low, column.Moments.High);
        var body = values.Quantile(0.75) - values.Quantile(0.25);
        return new(low, high, low - Math.Max(body, 2 * (values.Quantile(Tail) - low)), high + Math.Max(body, 2 * (high - values.Quantile(1 - Tail))));
    }
}
