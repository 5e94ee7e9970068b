using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assays.Data;
using Assays.IntegrationTests.Servers;

namespace Assays.EnginesBench;

/// <summary>What a profile sends over the wire, and how often it asks.</summary>
internal static class Wire
{
    private const long Million = 1_000_000;

    public static async Task<string> MeasureAsync()
    {
        var text = new StringBuilder(
            """
            ## Over the wire

            `assay profile` of a table of 20 columns, through a wire that counts both directions. Of the queries three read the table: its rows are counted, a sample
            is drawn, and one holds all aggregates; the others ask the server for its version, the table's columns and its key. The aim is a megabyte for 10
            million rows, and 2 + columns / 50 scans.

            | engine | rows | sample | queries | kilobytes | seconds |
            | --- | --: | --: | --: | --: | --: |

            """);
        await using (var postgres = new PostgresServer())
        {
            await postgres.InitializeAsync();
            await postgres.RunAsync($"CREATE TABLE bench AS {BenchTable.Postgres(Million)}; ALTER TABLE bench ADD PRIMARY KEY (id)");
            foreach (var sample in (int?[])[null, 100_000]) await RowAsync(text, "PostgreSQL", postgres.Host, host => postgres.Address("bench").Replace(postgres.Host, host, StringComparison.Ordinal), Million, sample);
        }

        using var server = new ClickHouseServer();
        await server.StartAsync([server]);
        foreach (var rows in (long[])[Million, 10 * Million])
        {
            await server.RunAsync("DROP TABLE IF EXISTS bench");
            await server.RunAsync($"CREATE TABLE bench ENGINE = MergeTree ORDER BY id AS {BenchTable.ClickHouse(0, rows)}");
            foreach (var sample in (int?[])[null, 100_000]) await RowAsync(text, "ClickHouse", server.Host, static host => $"clickhouse://owner:{Uri.EscapeDataString(ClickHouseServer.Password)}@{host}/default?table=bench", rows, sample);
        }

        return text.Append(
            """

            Most of the bytes are the sample. A profile brings as many rows as fit into a megabyte; ClickHouse packs its answers, PostgreSQL does not. `--sample 100000`
            gives finer distributions for their price; a check brings as many by default, for its models. The count of the rows is a query of its own, since the share that
            is drawn depends on it: 3 that read the table, where the aim allows 2.4. ClickHouse counts one small column, or looks its parts up; PostgreSQL can count an index.

            """).ToString();
    }

    private static async Task RowAsync(StringBuilder text, string engine, string server, Func<string, string> address, long rows, int? sample)
    {
        var queries = 0;
        using var listener = Queries(() => Interlocked.Increment(ref queries));
        using var wire = new CutWire(server);
        var clock = Stopwatch.StartNew();
        var options = sample is { } most ? new CheckOptions { SampleRows = most, ProfileBytes = int.MaxValue } : new CheckOptions();
        var baseline = await Assay.BaselineAsync(Source.Parse(address(wire.Host)), options);
        text.Append(CultureInfo.InvariantCulture, $"| {engine} | {rows:#,0} | {baseline.Weighed:#,0} | {queries} | {wire.Carried / 1000.0:#,0} | {clock.Elapsed.TotalSeconds:0.0} |\n");
        Console.Error.WriteLine($"{engine} {rows} {sample}: {queries} queries, {wire.Carried} bytes");
    }

    /// <summary>Counts the queries: PostgreSQL's driver tells of each, and each HTTP request is one.</summary>
    private static ActivityListener Queries(Action count)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "Npgsql" or "System.Net.Http",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ => count(),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
