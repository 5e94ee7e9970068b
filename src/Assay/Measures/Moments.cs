namespace Assays.Measures;

/// <summary>Count, extremes, mean and squared distances from the mean of numbers.</summary>
/// <param name="Count">How many numbers.</param>
/// <param name="Mean">Their mean; 0 when there are none.</param>
/// <param name="Squares">The sum of their squared distances from the mean.</param>
/// <param name="Low">The smallest; +∞ when there are none.</param>
/// <param name="High">The largest; -∞ when there are none.</param>
public readonly record struct Moments(long Count, double Mean, double Squares, double Low, double High) : IState<Moments>
{
    /// <summary>The deviation of a sample (n - 1); 0 for fewer than two numbers.</summary>
    public double Deviation => Count > 1 ? Math.Sqrt(Squares / (Count - 1)) : 0;

    public static Moments AdditiveIdentity => new(0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);

    // Chan, Golub and LeVeque (1979): the means differ, so their distance adds to the spread.
    public static Moments operator +(Moments left, Moments right)
    {
        if (left.Count == 0) return right;
        if (right.Count == 0) return left;
        var count = left.Count + right.Count;
        var distance = right.Mean - left.Mean;
        return new(
            count,
            (left.Count * left.Mean + right.Count * right.Mean) / count,
            left.Squares + right.Squares + distance * distance * left.Count / count * right.Count,
            Math.Min(left.Low, right.Low),
            Math.Max(left.High, right.High));
    }
}
