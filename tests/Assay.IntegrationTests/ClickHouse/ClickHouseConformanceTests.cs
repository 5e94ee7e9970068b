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

    /// <summary>More rows than are sorted: each shard draws by itself, and the rows of findings are found by their hashes.</summary>
    [Fact]
    public async Task Check_OfALargeTable_GivesTheSameReport_FromOneServerAndFromItsShards()
    {
        const string Columns = "toInt64(number) AS id, if(number % 400 = 7, 'n.a.', toString(cityHash64(number) % 5000)) AS amount, "
            + "if(number % 11 = 0, NULL, concat('c', toString(cityHash64(number, 1) % 20))) AS city, toDate('2020-01-01') + cityHash64(number, 2) % 900 AS day";
        await cluster.MakeAsync("large", Columns, rows: 1_200_000);
        var options = Options with { Effort = Detectors.Effort.Quick, SampleRows = 20_000 };

        var whole = await Report.OfAsync(cluster.Address("large whole"), options);
        var spread = await Report.OfAsync(cluster.Address("large"), options);

        foreach (var part in (string[])["columns", "findings", "grade", "sample", "explanation"]) Assert.Equal(whole[part]?.ToJsonString(), spread[part]?.ToJsonString());
        Assert.InRange((int)spread["sample"]!["rows"]!, 19_000, 20_000);
        var finding = Assert.Single(spread["findings"]!.AsArray(), static f => f!["location"]!["cells"]!.AsArray().Any(static c => (string?)c!["value"] == "n.a."))!;
        Assert.Equal(3_000, (int)finding["affectedRows"]!);
        Assert.Equal(100, finding["location"]!["cells"]!.AsArray().Select(static c => (long)c!["row"]!).Distinct().Count());
    }

    /// <summary>Hashes would draw all rows of a kind or none.</summary>
    [Fact]
    public async Task Check_OfALargeTableOfFewDifferentRows_DrawsByTheirPlaces()
    {
        await cluster.MakeAsync("alike", "concat('c', toString(number % 7)) AS city, number % 3 AS class", rows: 1_200_000);

        var report = await Report.OfAsync(cluster.Address("alike"), Options with { Effort = Detectors.Effort.Quick, SampleRows = 2_000 });

        Assert.InRange((int)report["sample"]!["rows"]!, 1_800, 2_000);
        Assert.Equal(7, (int)report["columns"]![0]!["statistics"]!["distinct"]!);
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
