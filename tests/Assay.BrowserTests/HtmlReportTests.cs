using System.Collections.Immutable;
using System.Text;
using Assays.Data;
using Assays.Profiling;
using Assays.Reports;
using Assays.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assays.BrowserTests;

public sealed class HtmlReportTests(Browser browser)
{
    private const int WidestPage = 1_500_000;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 400)]
    [Trait("Speed", "Slow")]
    public async Task Report_IsAccessibleAndKeepsToItself(ColorScheme scheme, int width)
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment), scheme, width);
        await report.PictureAsync($"closed-{scheme}-{width}");

        await OpenAllAsync(report);
        await report.PictureAsync($"open-{scheme}-{width}");
        var violations = (await report.Page.RunAxe()).Violations.Where(static v => v.Impact is "serious" or "critical");

        Assert.Empty(violations.Select(static v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(static n => n.Html))}"));
        Assert.Empty(report.Complaints);
        Assert.Empty(report.Requests);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task Report_NeverScrollsSideways(int width)
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment), width: width);
        await OpenAllAsync(report);

        var tooWide = await report.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("main *")].filter(e => !e.closest(".scroll, .heat, svg, .unseen") && e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(tooWide);
        Assert.True(await report.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task Findings_ExpandByKeyboardAndShowTheirCells()
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment));
        var finding = report.Page.Locator("#finding-2");
        Assert.False(await finding.Locator("mark").IsVisibleAsync());

        await finding.Locator("summary").FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("Amterdam", await finding.Locator("mark").InnerTextAsync());
        Assert.Contains("Amsterdam", await finding.Locator("ins").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_AreNarrowedByTextSeverityAndDimension()
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment));
        var shown = report.Page.Locator("details.finding:visible");
        Assert.Equal(6, await shown.CountAsync());

        await report.Page.Locator("select[name=dimension]").SelectOptionAsync("Completeness");
        Assert.Equal(2, await shown.CountAsync());
        await report.Page.Locator("input[value=note]").UncheckAsync(new() { Force = true });
        Assert.Equal(1, await shown.CountAsync());
        await report.Page.Locator("input[name=text]").FillAsync("nothing like it");
        Assert.Equal(0, await shown.CountAsync());
        Assert.Equal("0 of 6 findings", await report.Page.Locator("#shown").InnerTextAsync());
    }

    [Fact]
    public async Task Charts_AreDrawnWhenTheyComeIntoView()
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment));
        await report.Page.Locator("#column-3 summary").ClickAsync();

        foreach (var chart in await report.Page.Locator("[data-chart]:visible, [data-heat]").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
        }

        Assert.Equal(1, await report.Page.Locator("#column-3 figure svg").CountAsync());
        Assert.Equal(0, await report.Page.Locator("#column-4 figure svg").CountAsync());
        Assert.Equal(1, await report.Page.Locator("[data-heat] svg").CountAsync());
    }

    [Fact]
    public async Task Theme_ChangesFromTheSystemsToThePersons()
    {
        await using var report = await browser.OpenAsync(await RenderAsync(Tests.Samples.Assessment), ColorScheme.Dark);
        var dark = await BackgroundAsync(report);

        await report.Page.Locator("#theme").ClickAsync();

        Assert.NotEqual(dark, await BackgroundAsync(report));
        Assert.Equal("Theme: light", await report.Page.Locator("#theme").InnerTextAsync());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task HostileTexts_StayTexts()
    {
        foreach (var row in Hostile.Texts)
        {
            await using var report = await browser.OpenAsync(await RenderAsync(Hostile.Of(row.Data)));
            await OpenAllAsync(report);

            Assert.Empty(report.Complaints);
            Assert.Empty(report.Requests);
            Assert.Equal(0, await report.Page.Locator("main img, main script, main b b").CountAsync());
        }
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task WideTables_KeepThePageSmallAndSayWhatIsLeftOut()
    {
        var html = await RenderAsync(Wide(2_000));
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 300_000, WidestPage);

        await using var report = await browser.OpenAsync(html);
        await OpenAllAsync(report);

        Assert.Empty(report.Complaints);
        var told = await report.Page.Locator("#columns > .list > details, #columns tbody > tr[data-brief]").CountAsync();
        Assert.InRange(told, 1_000, 2_000);
        Assert.Equal(told < 2_000, (await report.Page.Locator("#columns").InnerTextAsync()).Contains($"{2_000 - told:N0} columns more", StringComparison.Ordinal));
    }

    private static async Task<string> RenderAsync(Assessment assessment)
    {
        using var stream = new MemoryStream();
        await new HtmlReport().WriteAsync(assessment, stream, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>What happens before printing: all that is folded opens, and all charts are drawn.</summary>
    private static async Task OpenAllAsync(OpenedReport report) => await report.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

    private static Task<string> BackgroundAsync(OpenedReport report) => report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    /// <summary>The sample's columns again and again.</summary>
    private static Assessment Wide(int width)
    {
        var narrow = Tests.Samples.Assessment;
        var columns = Enumerable.Range(0, width).Select(at =>
        {
            var like = narrow.Profile.Columns[at % narrow.Profile.Columns.Length];
            return like with { Column = new Column(at, $"{like.Column.Name} {at}") };
        }).ToImmutableArray();
        return narrow with { Schema = new([.. columns.Select(static c => c.Column)]), Profile = narrow.Profile with { Columns = columns }, Excerpt = Excerpt.None };
    }
}
