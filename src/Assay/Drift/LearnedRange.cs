using Assays.Drift.Baselines;

namespace Assays.Drift;

/// <summary>Between what numbers a column lay, and how far out a number must be to be strange even if the extremes are chance.</summary>
/// <param name="Low">The smallest number of the reference.</param>
/// <param name="High">The largest.</param>
/// <param name="FarLow">The smallest less twice the length of the reference's own lower tail.</param>
/// <param name="FarHigh">The largest and twice the length of the upper tail.</param>
public readonly record struct LearnedRange(double Low, double High, double FarLow, double FarHigh)
{
    /// <summary>Whether the outermost numbers lie close to the rest, as those of a bounded quantity do: then even a few far out are no chance.</summary>
    public bool IsBounded { get; init; }

    private const double Tail = 0.01;
    private const double BoundedTail = 0.2;

    /// <summary>The range of a column that has numbers.</summary>
    public static LearnedRange Of(ColumnBaseline column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var values = column.Numbers!.Values;
        var (low, high) = (column.Moments.Low, column.Moments.High);
        var body = values.Quantile(0.75) - values.Quantile(0.25);
        var (lower, upper) = (values.Quantile(Tail), values.Quantile(1 - Tail));
        return new(low, high, low - Math.Max(body, 2 * (lower - low)), high + Math.Max(body, 2 * (high - upper))) { IsBounded = Math.Max(lower - low, high - upper) <= BoundedTail * (upper - lower) && IsEven(lower, values.Quantile(0.5), upper) };
    }

    // Where one side is much longer, more of it may be to come: amounts, not shares.
    private static bool IsEven(double lower, double middle, double upper) => Math.Max(upper - middle, middle - lower) <= 2 * Math.Min(upper - middle, middle - lower);
}
