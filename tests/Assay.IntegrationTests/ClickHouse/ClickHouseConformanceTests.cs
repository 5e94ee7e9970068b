using Assays.IntegrationTests.Servers;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.ClickHouse;

/// <summary>The same table gives the same report, whether DuckDB reads its file or a cluster of two shards holds it.</summary>
public sealed class ClickHouseConformanceTests(ClickHouseCluster cluster)
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
        await cluster.LoadAsync(path, table);

        var expected = await Report.OfAsync(path, Options);
        var report = await Report.OfAsync(cluster.Address($"\"{table}\""), Options);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    [Fact]
    public async Task Check_OfASampledDistributedTable_GivesTheSameReport_ButForTheSketches()
    {
        using var shell = new Shell();
        var path = shell.Write("sampled.csv", Readings.Csv(rows: 30_000));
        await cluster.SpreadAsync(path, "sampled", "`id`");
        var options = Options with { SampleRows = 5_000 };

        var expected = await Report.OfAsync(path, options, isSketched: true);
        var report = await Report.OfAsync(cluster.Address("sampled"), options, isSketched: true);

        Assert.Equal(expected.ToJsonString(), report.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task CheckAsync_OfAContract_EndsAsOnTheFile(string path)
    {
        var table = Path.GetFileNameWithoutExtension(path);
        await cluster.LoadAsync(path, table);
        var contract = await ContractOutcomes.StrictAsync(path);

        Assert.Equal(await ContractOutcomes.OfAsync(path, contract), await ContractOutcomes.OfAsync(cluster.Address($"\"{table}\""), contract));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    /// <summary>Whatever columns and values are called, and whatever they hold.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Check_OfHostileNamesAndValues_GivesTheSameReport(int seed)
    {
        using var shell = new Shell();
        var path = shell.Write("hostile.csv", HostileTable.Csv(seed, without: "NULL"));
        var table = $"'ho\"st`ile\\ {seed}";
        await cluster.LoadAsync(path, table);

        var expected = await Report.OfAsync(path, Options);
        var report = await Report.OfAsync(cluster.Address($"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), Options);

        Assert.Equal(expected["findings"]!.AsArray().Select(static f => (string)f!["id"]!), report["findings"]!.AsArray().Select(static f => (string)f!["id"]!));
        foreach (var pair in expected) Assert.Equal(pair.Value!.ToJsonString(), report[pair.Key]!.ToJsonString());
        var contract = await ContractOutcomes.StrictAsync(path);
        Assert.Equal(await ContractOutcomes.OfAsync(path, contract), await ContractOutcomes.OfAsync(cluster.Address($"\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), contract));
    }
}
