using Assays.Detectors;
using Assays.Detectors.Completeness;

namespace Assays.Tests.Detectors.Completeness;

public sealed class RecoverableValuesTests
{
    [Fact]
    public void Judge_FillsTheGapThatTheSameKeyFillsElsewhere()
    {
        var rows = Breweries();
        rows[12][1] = null;

        var cell = Assert.Single(Judge(rows).Cells);

        Assert.Equal((12L, Breweries()[12][1]), (cell.Row, cell.Repair?.Value));
    }

    [Fact]
    public void Judge_IsSilentWhereTheKeySaysNothing()
    {
        var random = new Random(4);
        string?[][] rows = [.. Enumerable.Range(0, 200).Select(i => new[] { $"b{i % 20}", i % 30 == 0 ? null : $"v{random.Next(6)}" })];

        Assert.Empty(new RecoverableValues().Judge(With(rows)));
    }

    private static Findings.Finding Judge(string?[][] rows) => Assert.Single(new RecoverableValues().Judge(With(rows)));

    private static Examination With(string?[][] rows) => Examined.Table(["brewery", "state"], rows).Related();

    private static string?[][] Breweries() => [.. Enumerable.Range(0, 200).Select(i => new[] { $"b{i % 20}", $"S{i % 20 % 7}" })];
}
