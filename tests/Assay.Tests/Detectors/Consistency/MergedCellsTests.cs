using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class MergedCellsTests
{
    private static readonly string[] _names = ["city", "state"];

    [Fact]
    public void Judge_SplitsTheCityThatHoldsItsState()
    {
        var rows = Places();
        foreach (var row in new[] { 4, 15, 33 }) (rows[row][0], rows[row][1]) = ($"{rows[row][0]} {rows[row][1]}", null);

        var finding = Assert.Single(new MergedCells().Judge(Examined.Table(_names, rows)));

        Assert.Equal(6, finding.Cells.Length);
        Assert.Equal(Places()[4].AsEnumerable(), finding.Cells.Take(2).Select(c => c.Repair?.Value));
    }

    [Fact]
    public void Judge_IsSilentWhenTheOtherCellIsMerelyEmpty()
    {
        var rows = Places();
        foreach (var row in new[] { 4, 15, 33 }) rows[row][1] = null;

        Assert.Empty(new MergedCells().Judge(Examined.Table(_names, rows)));
    }

    [Fact]
    public void Judge_IsSilentWhenTextsEndSoAnyway()
    {
        string?[][] rows = [.. Enumerable.Range(0, 60).Select(i => new[] { $"Shop {i} Street", i % 9 == 0 ? null : i % 2 == 0 ? "Street" : "Road" })];

        Assert.Empty(new MergedCells().Judge(Examined.Table(_names, rows)));
    }

    private static string?[][] Places()
    {
        string[] states = ["VA", "MD", "OH"];
        return [.. Enumerable.Range(0, 60).Select(i => new[] { $"Town{i % 20}", states[i % 20 % 3] })];
    }
}
