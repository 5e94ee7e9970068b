using System.Text.RegularExpressions;
using Assays.Reports;
using CsCheck;

namespace Assays.Tests.Reports;

public sealed partial class PrometheusReportTests
{
    [Fact]
    public async Task WriteAsync_WritesTheApprovedReport() => Snapshot.Match(await ReportText.OfAsync(new PrometheusReport(), Samples.Assessment), "txt");

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_StaysMetricsWhateverTheTextsSay(string text) => await AssertSoundAsync(text);

    [Fact]
    public async Task WriteAsync_StaysMetricsForAnyText() => await Gen.String[Gen.Char, 0, 30].SampleAsync(AssertSoundAsync, iter: 100, threads: 1);

    [Fact]
    public async Task WriteAsync_GivesBackALabelThatWasEscaped() =>
        Assert.Contains("{dataset=\"a\\\\b\\\"c\\nd\"}", await ReportText.OfAsync(new PrometheusReport(), Hostile.Of("a\\b\"c\nd")), StringComparison.Ordinal);

    private static async Task AssertSoundAsync(string text)
    {
        var lines = (await ReportText.OfAsync(new PrometheusReport(), Hostile.Of(text))).TrimEnd('\n').Split('\n');

        Assert.All(lines, static line => Assert.Matches(Line(), line));
    }

    [GeneratedRegex("""\A(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+\{([a-z]+="([^"\\\n]|\\[\\"n])*",?)+\} (NaN|[+-]?Inf|[-+0-9.eE]+))\z""", RegexOptions.Singleline)]
    private static partial Regex Line();
}
