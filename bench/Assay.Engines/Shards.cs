using System.Globalization;
using Assays.Data;
using Assays.IntegrationTests.Servers;

namespace Assays.EnginesBench;

/// <summary>Two shards against one server with the same rows: what each of them computes, and whether they find the same.</summary>
internal static class Shards
{
    private const long Rows = 10_000_000;

    public static async Task<string> MeasureAsync()
    {
        ClickHouseServer[] servers = [new() { Threads = 1 }, new() { Threads = 1 }];
        try
        {
            foreach (var server in servers) await server.StartAsync(servers);
            await servers[0].RunAsync($"CREATE TABLE whole ENGINE = MergeTree ORDER BY id AS {BenchTable.ClickHouse(0, Rows)}");
            for (var shard = 0; shard < servers.Length; shard++)
            {
                await servers[shard].RunAsync($"CREATE TABLE part ENGINE = MergeTree ORDER BY id AS {BenchTable.ClickHouse(shard * Rows / 2, Rows / 2)}");
                await servers[shard].RunAsync("CREATE TABLE spread AS part ENGINE = Distributed(both, default, part)");
            }

            // Servers that still merge what was inserted would have that counted too.
            await servers[0].RunAsync("OPTIMIZE TABLE whole FINAL");
            foreach (var server in servers) await server.RunAsync("OPTIMIZE TABLE part FINAL");
            var whole = await RunAsync(servers, "whole");
            var spread = await RunAsync(servers, "spread");
            return string.Create(CultureInfo.InvariantCulture,
                $"""
                 ## Two shards

                 {Rows:#,0} rows of 20 columns, on one ClickHouse server and spread over two. Both run on one machine of
                 two processors, each with one thread, so what counts is the processor time of each server. The aim is 1.6 times less for the busier of the two.

                 | | one server, CPU s | first shard, CPU s | second shard, CPU s | times less for the busier |
                 | --- | --: | --: | --: | --: |
                 | `assay profile` | {whole.Profile[0]:0.0} | {spread.Profile[0]:0.0} | {spread.Profile[1]:0.0} | {whole.Profile[0] / spread.Profile.Max():0.00} |
                 | `assay check --effort quick` | {whole.Check[0]:0.0} | {spread.Check[0]:0.0} | {spread.Check[1]:0.0} | {whole.Check[0] / spread.Check.Max():0.00} |

                 Score, findings and all figures of the columns are {(whole.Figures == spread.Figures ? "the same" : "DIFFERENT")}. Each shard makes its
                 part of the aggregates, and draws its part of the sample by hashes of its rows; what is merged is small.

                 """);
        }
        finally
        {
            foreach (var server in servers) server.Dispose();
        }
    }

    private static async Task<(double[] Profile, double[] Check, string Figures)> RunAsync(ClickHouseServer[] servers, string table)
    {
        var address = $"clickhouse://owner:{Uri.EscapeDataString(ClickHouseServer.Password)}@{servers[0].Host}/default?table={table}";
        var options = new CheckOptions { Effort = Detectors.Effort.Quick };
        var profile = await SecondsAsync(servers, () => Assay.BaselineAsync(Source.Parse(address), options));
        var figures = "";
        var check = await SecondsAsync(servers, async () => figures = Figures(await Assay.CheckAsync(address, options)));
        return (profile, check, figures);
    }

    /// <summary>Of three runs the one whose busier server had the least to do.</summary>
    private static async Task<double[]> SecondsAsync(ClickHouseServer[] servers, Func<Task> work)
    {
        var runs = new List<double[]>();
        for (var run = 0; run < 3; run++)
        {
            var before = servers.Select(static s => s.ProcessorTime).ToArray();
            await work();
            runs.Add([.. servers.Select((s, i) => (s.ProcessorTime - before[i]).TotalSeconds)]);
        }

        return runs.MinBy(static seconds => seconds.Max())!;
    }

    private static string Figures(Reports.Assessment assessment) => string.Join('\n',
    [
        $"{assessment.Grade.Overall.Value:G9}",
        .. assessment.Profile.Columns.Select(static c => FormattableString.Invariant($"{c.Column.Name} {c.Type} {c.Missing} {c.Distinct.Value} {c.Numeric?.Min:G9} {c.Numeric?.Max:G9} {c.Numeric?.Mean:G9} {c.Numeric?.Deviation:G9}")),
        .. assessment.Findings.Select(static f => $"{f.Id} {f.AffectedRows} {f.Explanation}"),
    ]);
}
