using Assays.Statistics;
using Assays.Tests.Labels;

namespace Assays.Tests.Statistics;

public sealed class ProportionTests
{
    [Fact]
    public void Intervals_EqualTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("binomial_ci_95").EnumerateArray())
        {
            var proportion = new Proportion(row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());

            Close(row.GetProperty("clopper_pearson").Doubles(), proportion.ClopperPearson());
            Close(row.GetProperty("wilson").Doubles(), proportion.Wilson());
            Close(row.GetProperty("jeffreys").Doubles(), proportion.Jeffreys());
            Assert.Equal(row.GetProperty("cp_lower_one_sided").GetDouble(), proportion.LowerBound(), 1e-9);
            Assert.Equal(row.GetProperty("cp_upper_one_sided").GetDouble(), proportion.UpperBound(), 1e-9);
        }
    }

    [Fact]
    public void FiniteIntervals_EqualTheReference()
    {
        var reference = LabelData.Json("audit_reference.json");
        foreach (var row in reference.GetProperty("hypergeom_ci_95").EnumerateArray())
        {
            var finite = new FiniteProportion(row.GetProperty("N").GetInt64(), row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());

            Close([row.GetProperty("lo").GetDouble(), row.GetProperty("hi").GetDouble()], finite.Exact());
            Assert.Equal(row.GetProperty("one_sided_lower_M").GetInt64(), finite.LowerBound());
        }

        foreach (var row in reference.GetProperty("wilson_fpc").EnumerateArray())
        {
            var proportion = new Proportion(row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64());
            Close(row.GetProperty("ci").Doubles(), proportion.Wilson(row.GetProperty("N").GetInt64(), 0.95));
        }
    }

    [Fact]
    public void Posterior_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("posterior").EnumerateArray())
        {
            var posterior = new Proportion(row.GetProperty("x").GetInt64(), row.GetProperty("n").GetInt64()).JeffreysPosterior;

            Assert.Equal(row.GetProperty("P(acc>=0.90)").GetDouble(), 1 - posterior.Cdf(0.90), 1e-9);
            Assert.Equal(row.GetProperty("P(acc>=0.95)").GetDouble(), 1 - posterior.Cdf(0.95), 1e-9);
        }
    }

    [Fact]
    public void ClaimTest_EqualsTheReference()
    {
        foreach (var row in LabelData.Json("audit_reference.json").GetProperty("claim_test").EnumerateArray())
        {
            var (rows, draws, right) = (row.GetProperty("N").GetInt64(), row.GetProperty("n").GetInt64(), row.GetProperty("x").GetInt64());

            Assert.Equal(row.GetProperty("p_binom_0.95").GetDouble(), new Binomial(draws, 0.95).AtMost(right), 1e-9);
            Assert.Equal(row.GetProperty("p_hyper_0.95").GetDouble(), new Hypergeometric(rows, 950, draws).AtMost(right), 1e-9);
            Assert.Equal(row.GetProperty("p_binom_0.90").GetDouble(), new Binomial(draws, 0.90).AtMost(right), 1e-9);
            Assert.Equal(row.GetProperty("p_hyper_0.90").GetDouble(), new Hypergeometric(rows, 900, draws).AtMost(right), 1e-9);
        }
    }

    [Theory]
    [InlineData(20, 0.9)]
    [InlineData(50, 0.95)]
    [InlineData(80, 0.5)]
    [InlineData(33, 0.99)]
    public void ClopperPearson_CoversAtLeastWhatItSays(int draws, double share)
    {
        var covered = Enumerable.Range(0, draws + 1)
            .Where(hits => new Proportion(hits, draws).ClopperPearson().Contains(share))
            .Sum(hits => new Binomial(draws, share).AtMost(hits) - new Binomial(draws, share).AtMost(hits - 1));

        Assert.True(covered >= 0.95, $"{covered}");
    }

    [Theory]
    [InlineData(200, 30, 180)]
    [InlineData(1000, 50, 950)]
    [InlineData(60, 50, 31)]
    public void FiniteExact_CoversAtLeastWhatItSays(int rows, int draws, int right)
    {
        var truth = new Hypergeometric(rows, right, draws);
        var covered = 0.0;
        for (var hits = truth.Least; hits <= truth.Most; hits++)
        {
            if (new FiniteProportion(rows, hits, draws).Exact().Contains((double)right / rows)) covered += truth.Probability(hits);
        }

        Assert.True(covered >= 0.95, $"{covered}");
    }

    private static void Close(double[] expected, Interval actual)
    {
        Assert.Equal(expected[0], actual.Low, 1e-9);
        Assert.Equal(expected[1], actual.High, 1e-9);
    }
}
