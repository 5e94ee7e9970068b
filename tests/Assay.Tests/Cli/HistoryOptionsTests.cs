using System.Text.Json;
using Assays.Tests.Reports;

namespace Assays.Tests.Cli;

public sealed class HistoryOptionsTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("runs")]
    [InlineData("runs.db")]
    public async Task Profile_JudgesARunByTheEarlierOnes(string store)
    {
        for (var day = 1; day <= 9; day++) await ProfileAsync(store, day, 200 + day, 1);

        var usual = await ProfileAsync(store, 10, 204, 1);
        var unusual = await ProfileAsync(store, 11, 205, 100);

        Assert.Contains("10 runs since 2024-03-01", usual.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is unusual", usual.Output, StringComparison.Ordinal);
        Assert.Contains("unusual amount, mean", unusual.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_And_Compare_ShowTheHistory_InEveryReport()
    {
        var (store, json, page) = (_shell.Path("runs"), _shell.Path("report.json"), _shell.Path("report.html"));
        await Shell.RunAsync("check", Orders(1, 200, 1), "--history", store, "--as-of", "2024-03-01");

        var ended = await Shell.RunAsync("check", Orders(2, 210, 1), "--history", store, "--as-of", "2024-03-02", "--json", json, "--html", page);

        Assert.Contains("2 runs since 2024-03-01", ended.Output, StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken);
        Assert.Empty(await ReportSchema.ComplaintsAsync(text));
        using var report = JsonDocument.Parse(text);
        var rows = report.RootElement.GetProperty("history").GetProperty("metrics").EnumerateArray().Single(static m => m.GetProperty("name").GetString() == "rows");
        Assert.Equal([200.0, 210.0], rows.GetProperty("values").EnumerateArray().Select(static v => v.GetDouble()));
        Assert.Contains("Beside earlier runs", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var compared = await Shell.RunAsync("compare", Orders(1, 200, 1), Orders(2, 210, 1), "--history", store, "--as-of", "2024-03-03");
        Assert.Contains("3 runs since 2024-03-01", compared.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_ThatIsNoStore_EndsWith2AndOneLine()
    {
        var ended = await Shell.RunAsync("check", Orders(1, 50, 1), "--history", _shell.Write("notes.txt", "hello"));
        var damaged = await Shell.RunAsync("check", Orders(1, 50, 1), "--history", _shell.Write("notes.db", "hello, this is no database at all"));

        Assert.Equal((2, 2), (ended.Status, damaged.Status));
        Assert.Single(ended.Errors.Trim().Split('\n'));
        Assert.Single(damaged.Errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task AsOf_ThatIsNoTime_EndsWith2() => Assert.Equal(2, (await Shell.RunAsync("check", Orders(1, 50, 1), "--history", _shell.Path("runs"), "--as-of", "soon")).Status);

    private Task<(int Status, string Output, string Errors)> ProfileAsync(string store, int day, int rows, double factor) => Shell.RunAsync(
        "profile", Orders(day, rows, factor), "-o", _shell.Path("base.assay.json"), "--history", _shell.Path(store), "--as-of", $"2024-03-{day:00}");

    private string Orders(int seed, int rows, double factor)
    {
        var random = new Random(seed);
        return _shell.Write($"{seed}.csv", "amount,way\n" + string.Concat(Enumerable.Range(0, rows).Select(_ => FormattableString.Invariant($"{factor * (10 + 10 * random.NextDouble()):0.00},{(random.Next(2) == 0 ? "in" : "out")}\n"))));
    }
}
