namespace Assays.Statistics;

/// <summary>Walks two sets of numbers together in ascending order, and tells after each number what share of either lies at or below it.</summary>
public ref struct CumulativeSteps(WeightedValues left, WeightedValues right)
{
    private int _left;
    private int _right;
    private long _leftBelow;
    private long _rightBelow;

    public Step Current { get; private set; }

    public readonly CumulativeSteps GetEnumerator() => this;

    public bool MoveNext()
    {
        var (leftEnds, rightEnds) = (_left == left.Values.Length, _right == right.Values.Length);
        if (leftEnds && rightEnds) return false;
        var value = leftEnds ? right.Values[_right] : rightEnds ? left.Values[_left] : Math.Min(left.Values[_left], right.Values[_right]);
        var (atLeft, atRight) = (0L, 0L);
        if (!leftEnds && left.Values[_left] == value) atLeft = left.CountAt(_left++);
        if (!rightEnds && right.Values[_right] == value) atRight = right.CountAt(_right++);
        _leftBelow += atLeft;
        _rightBelow += atRight;
        Current = new(value, Share(_leftBelow, left.Count), Share(_rightBelow, right.Count), Share(atLeft, left.Count), Share(atRight, right.Count));
        return true;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    /// <summary>The shares (0 to 1) at or below a number, and at it.</summary>
    public readonly record struct Step(double Value, double Left, double Right, double AtLeft, double AtRight);
}
