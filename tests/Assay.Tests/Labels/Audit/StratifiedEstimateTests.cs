using Assays.Labels.Audit;
using Assays.Statistics;

namespace Assays.Tests.Labels.Audit;

public sealed class StratifiedEstimateTests
{
    [Theory]
    [InlineData(150, 50, 47)]
    [InlineData(1_000, 50, 50)]
    public void Interval_OfOneStratum_IsTheExactOneOfDrawsWithoutReplacement(long rows, long answers, long right)
    {
        var exact = new FiniteProportion(rows, right, answers).Exact();

        var interval = StratifiedEstimate.Interval([new(rows, answers, right)]);

        Assert.Equal(exact.Low, interval.Low, 0.01);
        Assert.Equal(exact.High, interval.High, 0.01);
    }

    [Fact]
    public void Interval_WhenAllRowsWereLookedAt_IsAPoint() => Assert.Equal(0, StratifiedEstimate.Interval([new(20, 20, 18), new(30, 30, 30)]).Width, 1e-9);

    [Fact]
    public void Accuracy_CountsAStratumByItsRows() => Assert.Equal(0.9 * 1 + 0.1 * 0.5, StratifiedEstimate.Accuracy([new(900, 10, 10), new(100, 40, 20)]), 1e-12);
}
