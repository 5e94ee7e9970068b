using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class WeightedValuesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.4, 2.6)]
    [InlineData(0.5, 3)]
    [InlineData(1, 10)]
    public void Quantile_IsLinearBetweenNeighbours(double probability, double expected)
    {
        var values = WeightedValues.Of([10, 3, 2, 1, 4, double.NaN], [1, 1, 1, 1, 1, 7]);

        Assert.Equal(expected, values.Quantile(probability), 12);
    }

    [Fact]
    public void Quantile_CountsAValueAsOftenAsItOccurs()
    {
        var values = WeightedValues.Of([1, 5, 1], [2, 3, 1]);

        Assert.Equal([1, 5], values.Values.ToArray());
        Assert.Equal(3, values.Quantile(0.5), 12);
        Assert.Equal([1.0, 1, 1, 5, 5, 5], Enumerable.Range(0, 6).Select(i => values.At(i)));
    }

    [Fact]
    public void Moments_AgreeWithTheReference()
    {
        var (mean, deviation, skewness) = WeightedValues.Of([2, 8, 0, 4, 1, 9], [1, 1, 1, 1, 1, 2]).Moments();

        Assert.Equal(4.714285714285714, mean, 12);
        Assert.Equal(3.903600291794133, deviation, 12);
        Assert.Equal(0.06484398531583806, skewness, 9);
    }

    [Fact]
    public void MedianDeviation_IsNotMovedByAStrayValue()
    {
        Assert.Equal(1, WeightedValues.Of([1, 2, 3, 4, 1_000_000], [1, 1, 1, 1, 1]).MedianDeviation(), 12);
    }
}
