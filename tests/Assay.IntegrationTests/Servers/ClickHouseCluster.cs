using System.Text;
using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;
using Assays.IntegrationTests.Servers;

[assembly: AssemblyFixture(typeof(ClickHouseCluster))]

namespace Assays.IntegrationTests.Servers;

/// <summary>Two real ClickHouse servers, each with one shard of every table; the first is asked.</summary>
public sealed class ClickHouseCluster : IAsyncLifetime
{
    private readonly ClickHouseServer[] _servers = [new(), new()];

    internal ClickHouseServer First => _servers[0];

    internal ClickHouseServer Second => _servers[1];

    public string Host => First.Host;

    /// <summary>The address of a table, as a user without limits.</summary>
    public string Address(string table) => $"clickhouse://owner:{Uri.EscapeDataString(ClickHouseServer.Password)}@{Host}/default?table={Uri.EscapeDataString(table)}";

    public async ValueTask InitializeAsync()
    {
        foreach (var server in _servers) await server.StartAsync(_servers);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var server in _servers) server.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Loads a file, read by DuckDB, row by row in turns on both shards, and shows it in the order of the file as a view over a Distributed table.</summary>
    public async Task LoadAsync(string path, string name)
    {
        await SpreadAsync(path, $"{name} spread", "`assay place`");
        await using var source = await OpenAsync(path);
        var names = string.Join(", ", source.Schema.Columns.Select(static c => Quoted(c.Name)));
        await First.RunAsync($"DROP TABLE IF EXISTS {Quoted(name)}");
        await First.RunAsync($"CREATE VIEW {Quoted(name)} AS SELECT {names} FROM {Quoted($"{name} spread")} ORDER BY `assay place`");
    }

    /// <summary>Loads a file on both shards, sorted by a key, and shows it as a Distributed table.</summary>
    public async Task SpreadAsync(string path, string name, string key)
    {
        await using var source = await OpenAsync(path);
        var sample = await source.SampleAsync(int.MaxValue, 0);
        var isPlaced = key == "`assay place`";
        var columns = source.Schema.Columns.Select(c => $"{Quoted(c.Name)} {(Quoted(c.Name) == key ? "String" : "Nullable(String)")}").Prepend("`assay place` Int64").Skip(isPlaced ? 0 : 1);
        for (var shard = 0; shard < _servers.Length; shard++)
        {
            var rows = new StringBuilder();
            for (var row = shard; row < sample.Rows; row += _servers.Length)
            {
                var cells = sample.Columns.Select(c => Escaped(c[row])).Prepend($"{row}").Skip(isPlaced ? 0 : 1);
                rows.AppendJoin('\t', cells).Append('\n');
            }

            foreach (var table in (string[])[$"{name} rows", name]) await _servers[shard].RunAsync($"DROP TABLE IF EXISTS {Quoted(table)}");
            await _servers[shard].RunAsync($"CREATE TABLE {Quoted($"{name} rows")} ({string.Join(", ", columns)}) ENGINE = MergeTree ORDER BY {key}");
            await _servers[shard].RunAsync($"CREATE TABLE {Quoted(name)} AS {Quoted($"{name} rows")} ENGINE = Distributed(both, default, {Quoted($"{name} rows")})");
            await _servers[shard].RunAsync($"INSERT INTO {Quoted($"{name} rows")} FORMAT TabSeparated", rows.ToString());
        }
    }

    /// <summary>Makes a table of numbers, its first half on one shard and the second on the other, and the same whole on the first.</summary>
    /// <param name="columns">What is selected of each <c>number</c>.</param>
    public async Task MakeAsync(string name, string columns, long rows)
    {
        string Select(long from, long count) => $"SELECT {columns} FROM (SELECT number FROM system.numbers LIMIT {from}, {count})";
        const string Engine = "ENGINE = MergeTree ORDER BY tuple()";
        await First.RunAsync($"CREATE TABLE {Quoted($"{name} whole")} {Engine} AS {Select(0, rows)}");
        for (var shard = 0; shard < _servers.Length; shard++)
        {
            await _servers[shard].RunAsync($"CREATE TABLE {Quoted($"{name} rows")} {Engine} AS {Select(shard * rows / 2, rows / 2)}");
            await _servers[shard].RunAsync($"CREATE TABLE {Quoted(name)} AS {Quoted($"{name} rows")} ENGINE = Distributed(both, default, {Quoted($"{name} rows")})");
        }
    }

    public static string Quoted(string name) => $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    private static Task<Table> OpenAsync(string path) => new DuckDbEngine().OpenAsync(new Source.Files(path), new(Threads: 2, 400L << 20));

    private static string Escaped(string? cell) => cell?
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal) ?? "\\N";
}
