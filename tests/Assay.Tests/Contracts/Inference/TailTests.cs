using Assays.Contracts.Inference;

namespace Assays.Tests.Contracts.Inference;

/// <summary>A limit that is drawn from one half of some numbers holds in the other half as often as it says, whatever the distribution.</summary>
public sealed class TailTests
{
    private const int Trials = 400;

    public static TheoryData<string> Distributions => ["uniform", "normal", "exponential", "log-normal", "Pareto"];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void OtherNumbersOfTheSameKind_StayBelowTheLimit(string distribution)
    {
        var random = new Random(1);
        var beyond = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (known, other) = (Draw(random, distribution, 300), Draw(random, distribution, 300));
            if (other.Max() > Of(known)!.Value.Limit(0.002)) beyond++;
        }

        Assert.InRange(beyond, 0, 0.02 * Trials);
    }

    [Fact]
    public void TheLimit_StaysNearWhereValuesEnd() =>
        Assert.InRange(Of(Draw(new Random(2), "uniform", 2_000))!.Value.Limit(0.002), 0.99, 1.3);

    [Fact]
    public void EqualNumbers_HaveNoTail() => Assert.Equal(5, Tail.Of([(5, 100)], 100)!.Value.Limit(0.002));

    [Fact]
    public void FewNumbers_TellNothing() => Assert.Null(Tail.Of([(3, 1), (2, 1), (1, 1)], 3));

    private static Tail? Of(double[] numbers) => Tail.Of(numbers.OrderDescending().Select(static n => (n, 1)), numbers.Length);

    private static double[] Draw(Random random, string distribution, int count) => [.. Enumerable.Range(0, count).Select(_ => distribution switch
    {
        "uniform" => random.NextDouble(),
        "normal" => Normal(random),
        "exponential" => -Math.Log(1 - random.NextDouble()),
        "log-normal" => Math.Exp(Normal(random)),
        _ => Math.Pow(1 - random.NextDouble(), -1 / 1.5),
    })];

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
