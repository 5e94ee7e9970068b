using Assays.Data;
using Assays.Detectors.Timeliness;

namespace Assays.Tests.Detectors.Timeliness;

public sealed class StuckRunsTests
{
    private static string Hour(int row) => $"{new DateTime(2024, 1, 1).AddHours(row):yyyy-MM-dd HH:mm:ss}";

    [Fact]
    public void Judge_FindsASensorThatHangs()
    {
        var random = new Random(1);
        var last = 0;

        var finding = Assert.Single(new StuckRuns().Judge(Examined.Table(
            ["at", "temperature"], [.. Examined.Rows(500).Select(row => new[] { Hour(row), $"{(row is > 200 and < 230 ? last : last = random.Next(100, 300)) / 10.0}" })])));

        Assert.Equal(Enumerable.Range(201, 29).Select(static row => (long)row), finding.Cells.Select(static cell => cell.Row));
    }

    [Fact]
    public void Judge_IsSilentOnRainThatOftenIsNone()
    {
        var random = new Random(1);
        var rains = false;

        Assert.Empty(new StuckRuns().Judge(Examined.Table(["at", "rain"], [.. Examined.Rows(800).Select(row =>
        {
            if (random.Next(12) == 0) rains = !rains;
            return new[] { Hour(row), rains ? $"{random.Next(1, 80) / 10.0}" : "0" };
        })])));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.36")]
    public void Judge_IsSilentBeforeACountBegins(string first) => Assert.Empty(new StuckRuns().Judge(Examined.Table(
        ["at", "cases"], [.. Examined.Rows(500).Select(row => new[] { Hour(row), row < 200 ? first : $"{row * 7919 % 997}" })])));

    [Fact]
    public void Judge_IsSilentWithoutAClock()
    {
        string[][] rows = [.. Examined.Rows(500).Select(static row => new[] { $"{row / 100}.5", $"{row % 90}" })];

        Assert.NotNull(new StuckRuns().NotApplicable(Examined.Table(["price", "n"], rows)));
        Assert.Empty(new StuckRuns().Judge(Examined.Table(["price", "n"], rows)));
    }
}
