using Assays.Data;
using Assays.Findings;
using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class CellsReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() => Snapshot.Match(await ReportText.OfAsync(new CellsReport(), Samples.Assessment), "csv");

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("-999", "-999")]
    [InlineData("+1.5e3", "+1.5e3")]
    public async Task WriteAsync_NeutralisesFormulasAndKeepsNumbers(string value, string written)
    {
        var column = new Column(0, "=column");
        var finding = Samples.Assessment.Findings[0] with { Cells = [new SuspectCell(3, column, value, 0.75, "reason")] };

        var lines = (await ReportText.OfAsync(new CellsReport(), Samples.Assessment with { Findings = [finding] })).Split('\n');

        Assert.Equal($"3,=column,{written},broken-keys:order,broken-keys,0.75,reason,", lines[1]);
    }

    [Fact]
    public async Task WriteAsync_WritesACellOnceWithItsMostConfidentFinding()
    {
        var finding = Samples.Assessment.Findings[0];
        var sure = Samples.Assessment.Findings[1] with { Cells = [finding.Cells[0] with { Confidence = 0.95 }] };

        var report = await ReportText.OfAsync(new CellsReport(), Samples.Assessment with { Findings = [finding, sure] });

        Assert.Equal(["16", "17"], report.Split('\n')[1..^1].Select(static line => line.Split(',')[0]));
        Assert.Contains("16,order,100017,disguised-missing:quantity", report, StringComparison.Ordinal);
    }
}
