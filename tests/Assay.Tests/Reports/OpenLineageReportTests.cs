using System.Text.Json;
using Assays.Reports;
using CsCheck;

namespace Assays.Tests.Reports;

public sealed class OpenLineageReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() => Snapshot.Match(await ReportText.OfAsync(Report, Samples.Assessment), "json");

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_StaysAnEventWhateverTheTextsSay(string text) => await AssertSoundAsync(text);

    [Fact]
    public async Task WriteAsync_StaysAnEventForAnyText() => await Gen.String[Gen.Char, 0, 30].SampleAsync(AssertSoundAsync, iter: 100, threads: 1);

    [Fact]
    public async Task WriteAsync_TellsWhichChecksHeld()
    {
        using var report = JsonDocument.Parse(await ReportText.OfAsync(Report, Samples.Assessment));
        var assertions = Input(report).GetProperty("inputFacets").GetProperty("dataQualityAssertions").GetProperty("assertions").EnumerateArray().ToList();

        Assert.Contains(assertions, static a => a.GetProperty("assertion").GetString()!.StartsWith("broken-keys", StringComparison.Ordinal)
            && !a.GetProperty("success").GetBoolean() && a.GetProperty("column").GetString() == "order");
        Assert.Contains(assertions, static a => a.GetProperty("assertion").GetString()!.StartsWith("numeric-outliers", StringComparison.Ordinal) && a.GetProperty("success").GetBoolean());
    }

    private static OpenLineageReport Report => new(new Noon());

    private static JsonElement Input(JsonDocument report) => report.RootElement.GetProperty("inputs")[0];

    private static async Task AssertSoundAsync(string text)
    {
        using var report = JsonDocument.Parse(await ReportText.OfAsync(Report, Hostile.Of(text)));

        var metrics = Input(report).GetProperty("inputFacets").GetProperty("dataQualityMetrics");
        Assert.True(Guid.TryParse(report.RootElement.GetProperty("run").GetProperty("runId").GetString(), out _));
        Assert.Equal(1, metrics.GetProperty("rowCount").GetInt64());
        Assert.Single(metrics.GetProperty("columnMetrics").EnumerateObject());
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
