using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class LevelShiftTests
{
    [Fact]
    public void Find_TellsAStepByItsFirstPoint()
    {
        var shift = Find([.. Noise(1, 40).Select(static (x, i) => i < 25 ? x : x + 4)])!.Value;

        Assert.Equal((25, 40), (shift.From, shift.To));
        Assert.True(shift.PValue < 1e-4);
        Assert.Equal(4, shift.Inside - shift.Outside, 0.8);
    }

    [Fact]
    public void Find_TellsABumpByBothEnds()
    {
        var shift = Find([.. Noise(2, 40).Select(static (x, i) => i is >= 10 and < 16 ? x - 5 : x)])!.Value;

        Assert.Equal((10, 16), (shift.From, shift.To));
        Assert.True(shift.PValue < 1e-4);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Find_OfNoise_IsRarelySure(double together)
    {
        var sure = Enumerable.Range(1, 300).Count(seed => Find(Noise(seed, 30, together)) is { PValue: <= 0.01 });

        Assert.InRange(sure, 0, together == 0 ? 6 : 24);
    }

    [Fact]
    public void Find_BelievesNothingBelowTheKnownNoise() =>
        Assert.True(LevelShift.Find([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], Ones(10), noise: 1)!.Value.PValue > 0.5);

    [Fact]
    public void Find_OfEqualPoints_FindsNothing() => Assert.Null(Find([3, 3, 3, 3, 3, 3, 3, 3, 3]));

    [Fact]
    public void Find_OfTooFewPoints_FindsNothing() => Assert.Null(Find([0, 0, 0, 9, 9, 9]));

    [Theory]
    [InlineData(2.0, 10, 0.07338803477074022)]
    [InlineData(12.706204736432095, 1, 0.05)]
    [InlineData(0, 5, 1)]
    public void TwoSided_IsStudents(double t, double freedom, double expected) => Assert.Equal(expected, LevelShift.TwoSided(t, freedom), 1e-10);

    internal static double[] Noise(int seed, int count, double together = 0)
    {
        var random = new Random(seed);
        var (noise, last) = (new double[count], 0.0);
        for (var i = -50; i < count; i++)
        {
            last = together * last + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            if (i >= 0) noise[i] = last;
        }

        return noise;
    }

    private static LevelShift? Find(double[] values) => LevelShift.Find(values, Ones(values.Length), 0);

    private static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
