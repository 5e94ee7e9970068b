using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class RhythmTests
{
    private static readonly int[] Week = [.. Enumerable.Range(0, 42).Select(static i => i % 7)];

    [Fact]
    public void Find_SeesTheDaysThatDiffer_ThroughATrend()
    {
        var rhythm = Rhythm.Find([.. LevelShiftTests.Noise(1, 42).Select(static (x, i) => x + 0.2 * i + (i % 7 >= 5 ? 6 : 0))], Week, 7)!;

        Assert.True(rhythm.PValue < 0.001);
        Assert.Equal(6, rhythm.Offsets[5] - rhythm.Offsets[1], 1.5);
    }

    [Fact]
    public void Find_OfNoise_IsRarelySure() =>
        Assert.InRange(Enumerable.Range(1, 300).Count(static seed => Rhythm.Find(LevelShiftTests.Noise(seed, 42), Week, 7)!.PValue <= 0.01), 0, 8);

    [Fact]
    public void Find_OfTooFewRounds_FindsNothing() => Assert.Null(Rhythm.Find(LevelShiftTests.Noise(1, 14), Week.AsSpan(0, 14), 7));
}
