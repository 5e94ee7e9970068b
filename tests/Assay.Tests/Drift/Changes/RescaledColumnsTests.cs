using Assays.Drift.Changes;

namespace Assays.Tests.Drift.Changes;

public sealed class RescaledColumnsTests
{
    [Theory]
    [InlineData(100, "100 times as large")]
    [InlineData(0.001, "1,000 times as small")]
    [InlineData(-1, "negated")]
    public void Judge_NamesTheChangeOfUnit(double factor, string change)
    {
        var finding = Assert.Single(new RescaledColumns().Judge(Compared.With("amount", (value, _) =>
            (double.Parse(value!, System.Globalization.CultureInfo.InvariantCulture) * factor).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal("amount", finding.Columns[0].Name);
        Assert.Equal(change, finding.Aspect);
    }

    [Fact]
    public void Judge_DoesNotTakeAShiftForAScaleOfTemperature() =>
        Assert.Empty(new RescaledColumns().Judge(Compared.Columns(
            "distance", Enumerable.Range(0, 500).Select(static i => $"{i * 37 % 1009 + 80}"), Enumerable.Range(0, 500).Select(static i => $"{i * 41 % 1009 + 353}"))));

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new RescaledColumns().Judge(Compared.Twin()));
}
