using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class AppendedMarksTests
{
    private static readonly string[] Cities = ["Aspen", "Bonn", "Jena", "Ulm", "Köln", "Trier"];

    [Theory]
    [InlineData("Aspen***")]
    [InlineData("Aspen-*")]
    [InlineData("Aspen ##")]
    public void Judge_TakesTheMarkAway(string value)
    {
        var finding = Assert.Single(new AppendedMarks().Judge(Examined.Column("city", [.. Cities, value])));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal(6, cell.Row);
        Assert.Equal("Aspen", cell.Repair!.Value.Value);
    }

    [Theory]
    [InlineData("Aspen*")]
    [InlineData("Aspen--")]
    [InlineData("Vail***")]
    [InlineData("***")]
    public void Judge_IsSilentOnASingleSignAndUnknownValues(string value) =>
        Assert.Empty(new AppendedMarks().Judge(Examined.Column("city", [.. Cities, value])));

    [Fact]
    public void Judge_IsSilentWhereMarksAreHowTheColumnIsWritten() =>
        Assert.Empty(new AppendedMarks().Judge(Examined.Column("city", [.. Cities, .. Cities.Select(static city => city + "**")])));
}
