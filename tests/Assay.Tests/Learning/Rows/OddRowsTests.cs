using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Findings;
using Assays.Learning.Rows;
using Assays.Tests.Architecture;
using Assays.Tests.Detectors;

namespace Assays.Tests.Learning.Rows;

public sealed class OddRowsTests
{
    private const int Rows = 1_000;

    [Fact]
    public async Task Investigate_FindsTheRowWhoseValuesAreUsualAlone_AndDoNotGoTogether()
    {
        var rows = Sound();
        rows[400] = [rows[400][0], "100", "middle", "1900", "short", "110", "15"];

        var finding = Assert.Single(await InvestigateAsync(rows));

        Assert.Equal([400], finding.WholeRows);
        Assert.Equal(1, finding.AffectedRows);
        Assert.Contains("In row 400 ", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains(finding.Evidence, static e => e.Key == "row 400" && ((string)e.Value).Contains("boxes", StringComparison.Ordinal));
        Assert.Contains("(0 of ", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Investigate_FindsTheRowWhoseValuesSlippedIntoOtherColumns()
    {
        var rows = Sound();
        rows[500] = [.. rows[500][1..], rows[500][0]];

        Assert.Equal([500], Assert.Single(await InvestigateAsync(rows)).WholeRows);
    }

    [Fact]
    public async Task Investigate_IsSilentOnSoundRows() => Assert.Empty(await InvestigateAsync(Sound()));

    [Fact]
    public async Task Investigate_IsSilentOnLargeThings_WhichAreLargeInAllTheirMeasures()
    {
        var rows = Sound();
        rows[400] = [rows[400][0], "1005", "heavy", "2010", "long", "201", "21"];

        Assert.Empty(await InvestigateAsync(rows));
    }

    [Fact]
    public async Task Investigate_IsSilentOnAKindOfRows()
    {
        var rows = Sound();
        for (var at = 0; at < Rows; at += 20) rows[at] = [rows[at][0], "100", "heavy", "980", "long", "20", "19"];

        Assert.Empty(await InvestigateAsync(rows));
    }

    [Fact]
    public async Task CheckAsync_WithQuickEffort_LeavesItOut()
    {
        var path = Path.Combine(SourceTree.Root.FullName, "samples", "orders.csv");

        var assessment = await Assay.CheckAsync(path, new() { Effort = Effort.Quick }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.IsType<Outcome.Skipped>(Assert.Single(assessment.Outcomes, static o => o.Rule.Name == "odd-rows"));
    }

    private static async Task<ImmutableArray<Finding>> InvestigateAsync(List<string?[]> rows)
    {
        var examination = Examined.Table(["id", "weight", "class", "price", "size", "tax", "boxes"], [.. rows]);
        return await new OddRows().InvestigateAsync(null!, examination, TestContext.Current.CancellationToken);
    }

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
