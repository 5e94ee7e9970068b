using Microsoft.Playwright;

namespace Assays.BrowserTests;

/// <summary>A report in a browser, and everything it complained of or asked the network for.</summary>
internal sealed class OpenedReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;

    private OpenedReport(IBrowserContext context, IPage page, string file) => (_context, Page, _file) = (context, page, file);

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console, uncaught exceptions, dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>What was asked for besides the page itself.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<OpenedReport> OpenAsync(IBrowserContext context, string html)
    {
        var file = Path.Combine(Path.GetTempPath(), $"assay-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        var address = new Uri(file).AbsoluteUri;
        var report = new OpenedReport(context, await context.NewPageAsync(), file);
        report.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") report.Complaints.Add(message.Text);
        };
        report.Page.PageError += (_, error) => report.Complaints.Add(error);
        report.Page.Dialog += (_, dialog) => report.Complaints.Add($"dialog: {dialog.Message}");
        report.Page.Request += (_, request) =>
        {
            if (request.Url != address && !request.Url.StartsWith("data:", StringComparison.Ordinal)) report.Requests.Add(request.Url);
        };
        await report.Page.GotoAsync(address);
        return report;
    }

    /// <summary>Keeps a picture of each part for people to look at where ASSAY_SCREENSHOTS names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("ASSAY_SCREENSHOTS") is not { Length: > 0 } folder) return;
        foreach (var part in await Page.Locator("section").AllAsync())
        {
            await part.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{await part.GetAttributeAsync("id")}.png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }
}
