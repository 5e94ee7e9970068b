using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Tests;

public sealed class RepairerTests : IDisposable
{
    private static readonly Rule Rule = new("AS0000", "test", "Test", Dimension.Validity, Severity.Warning);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("assay-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task WriteAsync_ChangesTheCellsOfFindings_AndNothingElse()
    {
        await using var table = await OpenAsync("id,city\n1,Lisbon\n2,Lisbno\n3,\"Porto, old\"\n4,\n");
        var finding = Finding(table, "city") with { Cells = [Cell(table, 1, "city", "Lisbno", "Lisbon", 0.9), Cell(table, 3, "city", null, "Porto", 0.8)] };

        var changes = await Repairer.WriteAsync(table, [finding], Target("csv"), TestContext.Current.CancellationToken);

        Assert.Equal("id,city\n1,Lisbon\n2,Lisbon\n3,\"Porto, old\"\n4,Porto\n", await ReadAsync("csv"));
        Assert.Equal([(1, "Lisbno", "Lisbon"), (3, null, "Porto")], changes.Select(static c => (c.Row, c.Before, c.After)));
    }

    [Fact]
    public async Task WriteAsync_LetsTheEngineComputeRules_AndListsEachChange()
    {
        await using var table = await OpenAsync("id,city\n1, Lisbon\n2,Porto\n");
        var city = table.Schema.Find("city")!;
        var finding = Finding(table, "city") with
        {
            Rows = SqlText.Of($"{city} <> trim({city})"),
            Repair = new("Trim.", IsCertain: true) { Expression = SqlText.Of($"trim({city})") },
        };

        var changes = await Repairer.WriteAsync(table, [finding], Target("csv"), TestContext.Current.CancellationToken);

        Assert.Equal("id,city\n1,Lisbon\n2,Porto\n", await ReadAsync("csv"));
        Assert.Equal(new CellChange(0, city, " Lisbon", "Lisbon", finding.Id), Assert.Single(changes));
    }

    [Fact]
    public async Task WriteAsync_MakesACellMissing_WhenTheReplacementHasNoValue()
    {
        await using var table = await OpenAsync("id,city\n1,N/A\n");
        var cell = new SuspectCell(0, table.Schema.Find("city")!, "N/A", 1, "It means missing.", new Replacement(null));

        await Repairer.WriteAsync(table, [Finding(table, "city") with { Cells = [cell] }], Target("csv"), TestContext.Current.CancellationToken);

        Assert.Equal("id,city\n1,\n", await ReadAsync("csv"));
    }

    [Fact]
    public async Task WriteAsync_OfSeveralValuesForOneCell_TakesTheMostConfident()
    {
        await using var table = await OpenAsync("city\nLisbno\n");
        var unsure = Finding(table, "city") with { Cells = [Cell(table, 0, "city", "Lisbno", "Lison", 0.6)] };
        var sure = Finding(table, "city") with { Aspect = "sure", Cells = [Cell(table, 0, "city", "Lisbno", "Lisbon", 0.9)] };

        var changes = await Repairer.WriteAsync(table, [unsure, sure], Target("csv"), TestContext.Current.CancellationToken);

        Assert.Equal("Lisbon", Assert.Single(changes).After);
    }

    [Fact]
    public async Task WriteAsync_OfAnUnknownFormat_SaysWhichAreKnown_AndLeavesNothing()
    {
        await using var table = await OpenAsync("city\nLisbon\n");

        var error = await Assert.ThrowsAsync<InputException>(
            () => Repairer.WriteAsync(table, [], Target("docx"), TestContext.Current.CancellationToken));

        Assert.Contains("parquet", error.Message, StringComparison.Ordinal);
        Assert.Single(_folder.GetFiles());
    }

    private async Task<Table> OpenAsync(string csv)
    {
        var path = Path.Combine(_folder.FullName, "in.csv");
        await File.WriteAllTextAsync(path, csv, TestContext.Current.CancellationToken);
        return await new DuckDbEngine().OpenAsync(Source.Parse(path), new(1, 100 << 20), TestContext.Current.CancellationToken);
    }

    private string Target(string extension) => Path.Combine(_folder.FullName, $"out.{extension}");

    private Task<string> ReadAsync(string extension) => File.ReadAllTextAsync(Target(extension), TestContext.Current.CancellationToken);

    private static Finding Finding(Table table, string column) => new(Rule, [table.Schema.Find(column)!], "Wrong.");

    private static SuspectCell Cell(Table table, long row, string column, string? before, string after, double confidence) =>
        new(row, table.Schema.Find(column)!, before, confidence, "Wrong.", new Replacement(after));
}
