using Assays.Detectors.Plausibility;

namespace Assays.Tests.Detectors.Plausibility;

public sealed class DisturbedConstantsTests
{
    [Fact]
    public void Judge_FindsYearsStrewnAroundTheYearOfTheTable()
    {
        var finding = Assert.Single(new DisturbedConstants().Judge(Examined.Column("cycle", Strewn)));

        Assert.Equal([10, 30, 50, 60], finding.Cells.Select(static cell => cell.Row));
        Assert.All(finding.Cells, static cell => Assert.Equal("2012", cell.Repair?.Value));
    }

    [Fact]
    public void Judge_IsSilentWhenAnotherColumnTellsWhich()
    {
        var rows = Strewn.Select(static year => new[] { year, year == "2012" ? "survey" : "archive" }).ToList();

        Assert.Empty(new DisturbedConstants().Judge(Examined.Table(["cycle", "origin"], rows)));
    }

    private static IEnumerable<string> Strewn => Enumerable.Range(0, 80).Select(static i => i switch { 10 => "2962", 30 => "1319", 50 => "2087", 60 => "1501", _ => "2012" });
}
