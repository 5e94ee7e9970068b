using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class OutliersTests
{
    [Fact]
    public void Find_TellsErrorsStrewnAroundATightDistribution()
    {
        var numbers = Normal(200).Concat([63.4, 12.1, 90.0]).ToArray();

        var found = Outliers.Find(numbers, Once(numbers));

        Assert.Equal([200, 201, 202], found.Select(static o => o.Index).Order());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(20_000)]
    public void Find_IsSilentOnANormalDistribution(int count)
    {
        var numbers = Normal(count);

        Assert.Empty(Outliers.Find(numbers, Once(numbers)));
    }

    [Fact]
    public void Find_TellsErrorsAmongManyNumbers()
    {
        var numbers = Normal(20_000).Concat(Enumerable.Range(0, 20).Select(static i => i * 4.0)).ToArray();

        var found = Outliers.Find(numbers, Once(numbers));

        Assert.All(found, static o => Assert.InRange(o.Index, 20_000, 20_019));
        Assert.InRange(found.Length, 17, 20);
    }

    [Fact]
    public void Find_IsSilentOnHeavyTails()
    {
        var random = new Random(3);
        var numbers = Enumerable.Range(0, 500).Select(_ => 10 * Math.Pow(random.NextDouble(), -0.8)).ToArray();

        Assert.Empty(Outliers.Find(numbers, Once(numbers)));
    }

    [Theory]
    [InlineData(2013.0, true)]
    [InlineData(0.0, false)]
    public void Disturbances_AreStrewnAroundAConstantThatIsNotNothing(double constant, bool found)
    {
        var numbers = new[] { constant, constant + 233, constant - 380, constant - 12, constant + 760, constant + 5, constant - 99 };

        Assert.Equal(found, !Disturbances.Find(numbers, [60, 1, 1, 1, 1, 1, 1]).IsEmpty);
    }

    [Fact]
    public void Disturbances_AreNotThePeakOfCounts() => Assert.Empty(Disturbances.Find([1, 2, 3, 4, 5], [700, 150, 80, 40, 20]));

    private static double[] Normal(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ => 42.5 + (0.2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
    }

    private static int[] Once(double[] numbers) => [.. numbers.Select(static _ => 1)];
}
