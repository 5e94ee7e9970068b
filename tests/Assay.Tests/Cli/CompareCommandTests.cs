using System.Text.Json;
using Assays.Tests.Reports;

namespace Assays.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Compare_OfTwins_IsSafe_ByTableAndByBaseline()
    {
        var (reference, current, kept) = (Table("old.csv", 1), Table("new.csv", 2), _shell.Path("old.assay.json"));

        var byTable = await Shell.RunAsync("compare", reference, current);
        var profiled = await Shell.RunAsync("profile", reference, "-o", kept);
        var byBaseline = await Shell.RunAsync("compare", kept, current, "--quiet");

        Assert.Equal((0, 0, 0), (byTable.Status, profiled.Status, byBaseline.Status));
        Assert.Contains("safe", byTable.Output, StringComparison.Ordinal);
        Assert.StartsWith("safe", byBaseline.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_WithAColumnGone_EndsWith1_AndTheReportHasTheVerdict()
    {
        var (reference, report) = (Table("old.csv", 1), _shell.Path("report.json"));
        var current = Table("new.csv", 2, static row => row[1..]);

        var ended = await Shell.RunAsync("compare", reference, current, "--json", report, "--markdown", _shell.Path("report.md"), "--html", _shell.Path("report.html"));

        Assert.Equal(1, ended.Status);
        var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Empty(await ReportSchema.ComplaintsAsync(text));
        using var json = JsonDocument.Parse(text);
        Assert.Equal("stop", json.RootElement.GetProperty("reference").GetProperty("verdict").GetString());
        Assert.Contains("stop", await File.ReadAllTextAsync(_shell.Path("report.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("stop", await File.ReadAllTextAsync(_shell.Path("report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_MakesABaselineOfTheWhole()
    {
        var (one, other, whole) = (_shell.Path("1.assay.json"), _shell.Path("2.assay.json"), _shell.Path("whole.assay.json"));
        await Shell.RunAsync("profile", Table("1.csv", 1), "-o", one);
        await Shell.RunAsync("profile", Table("2.csv", 2), "-o", other);

        var merged = await Shell.RunAsync("merge", one, other, "-o", whole);
        var compared = await Shell.RunAsync("compare", whole, Table("3.csv", 3), "--quiet");

        Assert.Contains("800 rows", merged.Output, StringComparison.Ordinal);
        Assert.StartsWith("safe", compared.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.assay.json")]
    [InlineData("nowhere.csv")]
    public async Task Compare_WithAReferenceThatIsNotThere_EndsWith2AndOneLine(string reference)
    {
        var ended = await Shell.RunAsync("compare", reference, Table("new.csv", 1));

        Assert.Equal(2, ended.Status);
        Assert.Single(ended.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Profile_IntoAFileOfAnotherName_EndsWith2() =>
        Assert.Equal(2, (await Shell.RunAsync("profile", Table("a.csv", 1), "-o", _shell.Path("base.json"))).Status);

    private string Table(string name, int seed, Func<string?[], string?[]>? change = null)
    {
        var cut = change ?? (static row => row);
        var rows = Drift.Compared.Rows(seed).Prepend(Drift.Compared.Names).Select(row => string.Join(',', cut(row)));
        return _shell.Write(name, string.Join('\n', rows) + "\n");
    }
}
