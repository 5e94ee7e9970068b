using System.Text;
using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class MarkdownReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() => Snapshot.Match(await ReportText.OfAsync(new MarkdownReport(), Samples.Assessment), "md");

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_LetsNoTextBecomeMarkup(string text)
    {
        var markdown = await ReportText.OfAsync(new MarkdownReport(), Hostile.Of(text));

        Assert.DoesNotContain('<', markdown);
        Assert.DoesNotContain("](", markdown.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(markdown, static c => char.IsControl(c) && c != '\n');
        var row = markdown.Split('\n').Single(static line => line.StartsWith("| error |", StringComparison.Ordinal));
        Assert.Equal(6, row.Replace("\\|", "", StringComparison.Ordinal).Count(static c => c == '|'));
    }

    [Fact]
    public async Task WriteAsync_StaysWithinWhatAStepMayHold()
    {
        var finding = Samples.Assessment.Findings[0] with { Explanation = new('|', 100_000) };

        var markdown = await ReportText.OfAsync(new MarkdownReport(), Samples.Assessment with { Findings = [.. Enumerable.Repeat(finding, 5_000)] });

        Assert.InRange(Encoding.UTF8.GetByteCount(markdown), 1_000, 1 << 20);
        Assert.Contains("And 4,950 more findings.", markdown, StringComparison.Ordinal);
    }
}
