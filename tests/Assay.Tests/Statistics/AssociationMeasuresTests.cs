using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class AssociationMeasuresTests
{
    [Fact]
    public void Ranks_ShareTheMiddleOfTies() =>
        Assert.Equal([1, 2.5, 2.5, 4, double.NaN], Ranks.Of([1, 5, 5, 9, double.NaN]));

    [Fact]
    public void Correlation_OfRanksIsSpearmans()
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        double[] y = [2, 1, 4, 3, 7, 8, 6, 5, 10, 9];

        var spearman = Correlation.Of(Ranks.Of(x), Ranks.Of(y));

        Assert.Equal(0.8545454545454545, spearman.Value, 12);
        Assert.Equal(0.001636803315986, Significance.OfCorrelation(spearman.Value, spearman.Pairs), 10);
    }

    [Fact]
    public void Correlation_LeavesOutPairsWithoutOneNumber() =>
        Assert.Equal(new Correlation(1, 3), Correlation.Of([1, 2, double.NaN, 4, 5], [2, 4, 6, 8, double.NaN]));

    [Fact]
    public void CrossTable_GivesChiSquareAndUnbiasedV()
    {
        int[] left = [.. Enumerable.Repeat(0, 30), .. Enumerable.Repeat(1, 30)];
        int[] right = [.. Enumerable.Repeat(0, 20), .. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(0, 8), .. Enumerable.Repeat(1, 22)];

        var table = CrossTable.Of(left, 2, right, 2);

        Assert.Equal(9.642857142857142, table.ChiSquare, 9);
        Assert.Equal(0.3824184126902521, table.CramersV, 12);
    }

    [Fact]
    public void CrossTable_SaysNothingOfWhatIsIndependent()
    {
        var random = new Random(3);
        var left = Enumerable.Range(0, 500).Select(_ => random.Next(30)).ToArray();
        var right = Enumerable.Range(0, 500).Select(_ => random.Next(30)).ToArray();

        var table = CrossTable.Of(left, 30, right, 30);

        Assert.True(table.CramersV < 0.1);
        Assert.True(Significance.OfChiSquare(table.ChiSquare, table.Freedom) > 0.01);
    }

    [Fact]
    public void CorrelationRatio_GivesTheReferenceF()
    {
        var ratio = CorrelationRatio.Of([0, 0, 0, 1, 1, 1, 2, 2, 2], 3, [1, 2, 3, 2, 3, 4, 6, 7, 8]);

        Assert.Equal(21, ratio.F, 9);
        Assert.Equal(0.001953125, Significance.OfVarianceRatio(21, 2, 6), 9);
        Assert.Equal(0.9128709, ratio.Value, 6);
    }
}
