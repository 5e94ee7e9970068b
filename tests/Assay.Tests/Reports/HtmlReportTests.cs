using System.Text.RegularExpressions;
using Assays.Reports;
using CsCheck;

namespace Assays.Tests.Reports;

public sealed partial class HtmlReportTests
{
    private static readonly HashSet<string> Void = ["meta", "link", "input", "rect", "!doctype"];

    [Fact]
    public async Task WriteAsync_WritesTheApprovedPage()
    {
        var html = await ReportText.OfAsync(new HtmlReport(), Samples.Assessment);
        var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

        Snapshot.Match(main + "</main>\n" + ChartData().Match(html).Groups[1].Value + "\n", "html");
    }

    [Theory]
    [MemberData(nameof(Hostile.Texts), MemberType = typeof(Hostile))]
    public async Task WriteAsync_KeepsItsElementsWhateverTheTextsSay(string text) => await AssertSoundAsync(text);

    [Fact]
    public async Task WriteAsync_KeepsItsElementsForAnyText() =>
        await Gen.String[Gen.Char["<>/\"'&;=!-[] \0\u202E\uD800aé日"], 0, 30].SampleAsync(AssertSoundAsync, iter: 30, threads: 1);

    [Fact]
    public async Task WriteAsync_AsksNothingOfANetwork()
    {
        var html = await ReportText.OfAsync(new HtmlReport(), Samples.Assessment);
        var ownMarkup = Scripts().Replace(html, "");

        Assert.DoesNotContain("http://", ownMarkup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", ownMarkup, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", ownMarkup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", ownMarkup, StringComparison.Ordinal);
    }

    /// <summary>Every element is one of ours, and is closed where it was opened.</summary>
    private static async Task AssertSoundAsync(string text)
    {
        var html = Scripts().Replace(await ReportText.OfAsync(new HtmlReport(), Hostile.Of(text)), "");
        var open = new Stack<string>();
        foreach (Match tag in Tags().Matches(html))
        {
            var name = tag.Groups[2].Value;
            if (Void.Contains(name)) continue;
            if (tag.Groups[1].Length == 0) open.Push(name);
            else Assert.Equal(open.Pop(), name);
        }

        Assert.Empty(open);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(html, static c => char.IsControl(c) && c != '\n');
    }

    [GeneratedRegex("<(/?)([a-zA-Z!][a-zA-Z0-9]*)[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("<(script|style)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("id=\"chart-data\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex ChartData();
}
