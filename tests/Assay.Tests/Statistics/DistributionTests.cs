using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class DistributionTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.995, 2.5758293035489004)]
    [InlineData(1e-9, -5.997807015007773)]
    public void NormalQuantile_IsExact(double probability, double quantile) =>
        Assert.Equal(quantile, NormalDistribution.Quantile(probability), 1e-12);

    [Theory]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-6, 9.865876450376946e-10)]
    [InlineData(3, 0.9986501019683699)]
    public void NormalCdf_IsExact(double x, double probability) =>
        Assert.Equal(1, NormalDistribution.Cdf(x) / probability, 1e-12);

    [Theory]
    [InlineData(0.5, 0.57236494292470008)]
    [InlineData(1, 0)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(1000, 5905.2204232091808)]
    public void LogGamma_IsExact(double x, double value) => Assert.Equal(value, GammaFunction.Log(x), 1e-11);

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(3, 400)]
    [InlineData(50_000, 7)]
    public void BetaQuantile_TurnsTheCdfRound(double a, double b)
    {
        var beta = new BetaDistribution(a, b);
        foreach (var probability in (double[])[1e-6, 0.025, 0.5, 0.975, 0.9999])
        {
            Assert.Equal(probability, beta.Cdf(beta.Quantile(probability)), 1e-10);
        }
    }

    [Fact]
    public void Hypergeometric_TailsAddUpToOne()
    {
        var drawn = new Hypergeometric(1_000_000, 930_000, 500);

        Assert.Equal(1, drawn.AtMost(460) + drawn.AtLeast(461), 1e-11);
    }
}
