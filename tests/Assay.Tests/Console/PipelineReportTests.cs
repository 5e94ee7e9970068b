using Assays.Cli.Console;

namespace Assays.Tests.Console;

public sealed class PipelineReportTests : IDisposable
{
    private readonly string _summary = Path.GetTempFileName();

    public void Dispose() => File.Delete(_summary);

    [Fact]
    public async Task WriteAsync_IsSilentOutsideAPipeline() => Assert.Empty(await RunAsync([]));

    [Fact]
    public async Task WriteAsync_AnnotatesOnGitHubAndAppendsTheSummary()
    {
        await File.WriteAllTextAsync(_summary, "before\n", TestContext.Current.CancellationToken);

        var output = await RunAsync(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = _summary });

        Assert.StartsWith("::error file=samples/orders.csv,line=18,", output, StringComparison.Ordinal);
        Assert.StartsWith("before\n## Data quality of", await File.ReadAllTextAsync(_summary, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_LeavesAFullSummaryAlone()
    {
        await File.WriteAllTextAsync(_summary, new string('x', 1 << 20), TestContext.Current.CancellationToken);

        await RunAsync(new() { ["GITHUB_ACTIONS"] = "true", ["GITHUB_STEP_SUMMARY"] = _summary });

        Assert.Equal(1 << 20, new FileInfo(_summary).Length);
    }

    [Fact]
    public async Task WriteAsync_AnnotatesOnAzure() =>
        Assert.StartsWith("##vso[task.logissue type=error;", await RunAsync(new() { ["TF_BUILD"] = "True" }), StringComparison.Ordinal);

    private static async Task<string> RunAsync(Dictionary<string, string> environment)
    {
        await using var output = new StringWriter();
        await PipelineReport.WriteAsync(Samples.Assessment, output, environment.GetValueOrDefault, TestContext.Current.CancellationToken);
        return output.ToString();
    }
}
