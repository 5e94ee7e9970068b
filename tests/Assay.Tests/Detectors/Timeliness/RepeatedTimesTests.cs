using Assays.Detectors.Timeliness;

namespace Assays.Tests.Detectors.Timeliness;

public sealed class RepeatedTimesTests
{
    private static string Hour(int row) => $"{new DateTime(2024, 1, 1).AddHours(row):yyyy-MM-dd HH:mm:ss}";

    [Fact]
    public void Judge_FindsTimesThatComeTwice()
    {
        var finding = Assert.Single(new RepeatedTimes().Judge(
            Examined.Table(["at", "load"], [.. Examined.Rows(200).Select(static row => new[] { Hour(row > 100 ? row - 1 : row), $"{row * 7 % 31}" })])));

        Assert.Equal(101, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnOneRowAStep() =>
        Assert.Empty(new RepeatedTimes().Judge(Examined.Table(["at", "load"], [.. Examined.Rows(200).Select(static row => new[] { Hour(row), $"{row * 7 % 31}" })])));

    [Fact]
    public void Judge_IsSilentWhereEachTimeHasSeveralRows() =>
        Assert.Empty(new RepeatedTimes().Judge(Examined.Table(["at", "load"], [.. Examined.Rows(200).Select(static row => new[] { Hour(row / 2), $"{row * 7 % 31}" })])));
}
