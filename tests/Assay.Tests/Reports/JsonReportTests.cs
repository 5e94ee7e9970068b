using System.Text.Json;
using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() =>
        Snapshot.Match((await ReportText.OfAsync(new JsonReport(), Samples.Assessment)).Replace(JsonReport.ToolVersion, "0.0.0", StringComparison.Ordinal), "json");

    [Fact]
    public async Task WriteAsync_FollowsThePublishedSchema() =>
        Assert.Empty(await ReportSchema.ComplaintsAsync(await ReportText.OfAsync(new JsonReport(), Samples.Assessment)));

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_KeepsHostileTextsAsData(string text)
    {
        var json = await ReportText.OfAsync(new JsonReport(), Hostile.Of(text));

        Assert.Empty(await ReportSchema.ComplaintsAsync(json));
        using var document = JsonDocument.Parse(json);
        var wellFormed = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
        Assert.Equal(wellFormed, document.RootElement.GetProperty("columns")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task WriteAsync_RoundsAwayTheBitsThatThreadsChange()
    {
        var left = Samples.Assessment with { Grade = Samples.Assessment.Grade with { Overall = new(87.1234567891) } };
        var right = Samples.Assessment with { Grade = Samples.Assessment.Grade with { Overall = new(87.1234567892) } };

        Assert.Equal(await ReportText.OfAsync(new JsonReport(), left), await ReportText.OfAsync(new JsonReport(), right));
    }

    [Fact]
    public async Task WriteAsync_ListsTheFirstCellsAndSaysThatThereAreMore()
    {
        var finding = Samples.Assessment.Findings[1];
        var many = finding with { Cells = [.. Enumerable.Range(0, 5000).Select(i => finding.Cells[0] with { Row = i })] };

        using var json = JsonDocument.Parse(await ReportText.OfAsync(new JsonReport(), Samples.Assessment with { Findings = [many] }));

        var location = json.RootElement.GetProperty("findings")[0].GetProperty("location");
        Assert.Equal(JsonReport.MaxCells, location.GetProperty("cells").GetArrayLength());
        Assert.True(location.GetProperty("truncated").GetBoolean());
    }

    [Fact]
    public async Task WriteAsync_ListsTheRowsThatAreWrongAsAWhole()
    {
        var copies = Samples.Assessment.Findings[1] with { Columns = [], Cells = [], WholeRows = [4, 9], AffectedRows = 2, AffectedCells = 6 };

        using var json = JsonDocument.Parse(await ReportText.OfAsync(new JsonReport(), Samples.Assessment with { Findings = [copies] }));

        var location = json.RootElement.GetProperty("findings")[0].GetProperty("location");
        Assert.Equal([4, 9], location.GetProperty("rows").EnumerateArray().Select(static row => row.GetInt64()));
        Assert.False(location.GetProperty("truncated").GetBoolean());
    }
}
