using Assays.IntegrationTests.Servers;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.Postgres;

/// <summary>The same table gives the same report, whether DuckDB reads its file or PostgreSQL holds it.</summary>
public sealed class PostgresConformanceTests(PostgresServer server)
{
    private static readonly CheckOptions Options = new() { Threads = 2 };

    /// <summary>Our own sample, and real tables where they are at hand.</summary>
    public static TheoryData<string> Tables { get; } =
        [Repository.Path("samples/orders.csv"), .. Repository.Files("../shared/data/real", "*.csv").Where(static f => new FileInfo(f).Length < 1 << 20)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Check_OfAWholeTable_GivesTheSameReport(string path)
    {
        var table = Path.GetFileNameWithoutExtension(path);
        await server.LoadAsync(path, table);

        var expected = await Report.OfAsync(path, Options);
        var report = await Report.OfAsync(server.Address($"\"{table}\""), Options);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    [Fact]
    public async Task Check_OfASampledTable_GivesTheSameReport_ButForTheSketches()
    {
        using var shell = new Shell();
        var path = shell.Write("sampled.csv", Readings.Csv(rows: 30_000));
        await server.LoadAsync(path, "sampled");
        var options = Options with { SampleRows = 5_000 };

        var expected = await Report.OfAsync(path, options, isSketched: true);
        var report = await Report.OfAsync(server.Address("sampled"), options, isSketched: true);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task CheckAsync_OfAContract_EndsAsOnTheFile(string path)
    {
        var table = Path.GetFileNameWithoutExtension(path);
        await server.LoadAsync(path, table);
        var contract = await ContractOutcomes.StrictAsync(path);

        Assert.Equal(await ContractOutcomes.OfAsync(path, contract), await ContractOutcomes.OfAsync(server.Address($"\"{table}\""), contract));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    /// <summary>Whatever columns and values are called, and whatever they hold.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Check_OfHostileNamesAndValues_GivesTheSameReport(int seed)
    {
        using var shell = new Shell();
        var path = shell.Write("hostile.csv", HostileTable.Csv(seed, longestName: 63, extremes: false));
        var table = $"'ho\"st`ile\\ {seed}";
        await server.LoadAsync(path, table);

        var expected = await Report.OfAsync(path, Options);
        var report = await Report.OfAsync(server.Address($"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), Options);

        Assert.Equal(expected["findings"]!.AsArray().Select(static f => (string)f!["id"]!), report["findings"]!.AsArray().Select(static f => (string)f!["id"]!));
        foreach (var pair in expected) Assert.Equal(pair.Value!.ToJsonString(), report[pair.Key]!.ToJsonString());
        var contract = await ContractOutcomes.StrictAsync(path);
        Assert.Equal(await ContractOutcomes.OfAsync(path, contract), await ContractOutcomes.OfAsync(server.Address($"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), contract));
    }
}
