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

    [Fact]
    public async Task Compare_WithAPatternOfBaselines_ComparesWithTheirSum()
    {
        foreach (var seed in (int[])[1, 2, 3]) await Shell.RunAsync("profile", Table($"monday-{seed}.csv", seed), "-o", _shell.Path($"monday-{seed}.assay.json"));

        var compared = await Shell.RunAsync("compare", _shell.Path("monday-*.assay.json"), Table("now.csv", 4));
        var none = await Shell.RunAsync("compare", _shell.Path("sunday-*.assay.json"), Table("now.csv", 4));

        Assert.Equal((0, 2), (compared.Status, none.Status));
        Assert.Contains("monday-1.csv and 2 more (1,200 rows)", string.Join(' ', compared.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("No file matches", none.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ByATime_DatesTheChange_InEveryReport()
    {
        var (report, page) = (_shell.Path("report.json"), _shell.Path("report.html"));

        var ended = await Shell.RunAsync("compare", Orders("old.csv", 1, 42, 0), Orders("new.csv", 43, 28, 60), "--by", "day", "--json", report, "--html", page);

        Assert.Contains("Taken apart along day, by day (70 periods)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("on 2024-02-29", ended.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Empty(await ReportSchema.ComplaintsAsync(text));
        using var json = JsonDocument.Parse(text);
        var parts = json.RootElement.GetProperty("reference").GetProperty("parts");
        Assert.Equal(("time", "day", 70), (parts.GetProperty("kind").GetString(), parts.GetProperty("period").GetString(), parts.GetProperty("parts").GetArrayLength()));
        Assert.All(parts.GetProperty("columns").EnumerateArray(), static column => Assert.Equal(70, column.GetProperty("effects").GetArrayLength()));
        Assert.Contains("on 2024-02-29", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ByGroups_NamesTheGroup()
    {
        var (report, page) = (_shell.Path("report.json"), _shell.Path("report.html"));

        var ended = await Shell.RunAsync(
            "compare", Table("old.csv", 1), Table("new.csv", 2, static row => row[1] == "Kiel" ? [row[0]!.Replace(".", "", StringComparison.Ordinal), .. row[1..]] : row), "--by", "city", "--json", report, "--html", page);

        Assert.Contains("'Kiel'", ended.Output, StringComparison.Ordinal);
        Assert.Empty(await ReportSchema.ComplaintsAsync(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)));
        Assert.Contains("amount changed by city", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "nowhere")]
    [InlineData("--by", "code")]
    [InlineData("--period", "day")]
    public async Task Compare_ByWhatTellsNothing_EndsWith2AndOneLine(string option, string value)
    {
        var ended = await Shell.RunAsync("compare", Table("old.csv", 1), Table("new.csv", 2), option, value);

        Assert.Equal(2, ended.Status);
        Assert.Single(ended.Errors.Trim().Split('\n'));
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

    // Orders of some days of 2024, doubled from one day on.
    private string Orders(string name, int firstDay, int days, int breakDay)
    {
        var random = new Random(firstDay);
        var rows = Enumerable.Range(firstDay, days).SelectMany(day => Enumerable.Range(0, 60).Select(_ => FormattableString.Invariant(
            $"{new DateOnly(2024, 1, 1).AddDays(day - 1):yyyy-MM-dd},{(breakDay > 0 && day >= breakDay ? 2 : 1) * (10 + 10 * random.NextDouble()):0.00},{(random.Next(2) == 0 ? "in" : "out")}")));
        return _shell.Write(name, string.Join('\n', rows.Prepend("day,amount,way")) + "\n");
    }

    private string Table(string name, int seed, Func<string?[], string?[]>? change = null)
    {
        var cut = change ?? (static row => row);
        var rows = Drift.Compared.Rows(seed).Prepend(Drift.Compared.Names).Select(row => string.Join(',', cut(row)));
        return _shell.Write(name, string.Join('\n', rows) + "\n");
    }
}
