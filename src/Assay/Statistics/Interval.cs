namespace Assays.Statistics;

/// <summary>A range that holds the true value with a stated confidence.</summary>
public readonly record struct Interval(double Low, double High)
{
    public double Width => High - Low;

    public bool Contains(double value) => Low <= value && value <= High;
}
