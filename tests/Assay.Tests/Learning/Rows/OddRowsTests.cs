using Assays.Detectors;
using Assays.Findings;
using Assays.Learning.Rows;
using Assays.Tests.Detectors;

namespace Assays.Tests.Learning.Rows;

public sealed class OddRowsTests
{
    private const int Rows = 1_000;

    [Fact]
    public void Judge_FindsTheRowWhoseValuesAreUsualAlone_AndDoNotGoTogether()
    {
        var rows = Sound();
        rows[400] = [rows[400][0], "100", "middle", "1900", "short", "110", "15"];

        var finding = Assert.Single(Judge(rows));

        Assert.Equal([400], finding.WholeRows);
        Assert.Equal(1, finding.AffectedRows);
        Assert.Contains("In row 400 ", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, static e => e.Key == "row 400" && ((string)e.Value).Contains("boxes", StringComparison.Ordinal));
        Assert.Contains("(0 of ", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_FindsTheRowWhoseValuesSlippedIntoOtherColumns()
    {
        var rows = Sound();
        rows[500] = [.. rows[500][1..], rows[500][0]];

        Assert.Equal([500], Assert.Single(Judge(rows)).WholeRows);
    }

    [Fact]
    public void Judge_IsSilentOnSoundRows() => Assert.Empty(Judge(Sound()));

    [Fact]
    public void Judge_IsSilentOnLargeThings_WhichAreLargeInAllTheirMeasures()
    {
        var rows = Sound();
        rows[400] = [rows[400][0], "1005", "heavy", "2010", "long", "201", "21"];

        Assert.Empty(Judge(rows));
    }

    [Fact]
    public void Judge_IsSilentOnAKindOfRows()
    {
        var rows = Sound();
        for (var at = 0; at < Rows; at += 20) rows[at] = [rows[at][0], "100", "heavy", "980", "long", "20", "19"];

        Assert.Empty(Judge(rows));
    }

    [Fact]
    public void NotApplicable_WithQuickEffort() =>
        Assert.NotNull(new OddRows().NotApplicable(Examined.Table(["a"], [["1"]]) with { Effort = Effort.Quick }));

    private static List<Finding> Judge(List<string?[]> rows) => [.. new OddRows().Judge(Examined.Table(["id", "weight", "class", "price", "size", "tax", "boxes"], [.. rows]))];

    /// <summary>Weights, and what follows from them: a class, a price near twice the weight, a size, a tax and a number of boxes.</summary>
    private static List<string?[]> Sound()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, Rows).Select(i =>
        {
            var weight = random.Next(10, 1000);
            return (string?[])[$"k{i}", $"{weight}", weight < 300 ? "light" : weight < 700 ? "middle" : "heavy", $"{(2 * weight) + random.Next(-20, 20)}", weight < 500 ? "short" : "long", $"{weight / 5}", $"{(weight / 50) + 1}"];
        })];
    }
}
