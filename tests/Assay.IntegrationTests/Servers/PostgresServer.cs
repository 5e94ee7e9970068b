using System.Diagnostics;
using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;
using Assays.IntegrationTests.Servers;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Assays.IntegrationTests.Servers;

/// <summary>A real PostgreSQL server with a port and a folder of its own, which go with the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public const string Password = "p@ss/word?";

    private readonly ServerAccount _account = new("postgres");
    private readonly int _port = FreePort.Next();
    private string _folder = "";
    private Process? _process;

    public string Host => $"127.0.0.1:{_port}";

    /// <summary>The address of a table, as its owner.</summary>
    public string Address(string table) => $"postgres://owner:{Uri.EscapeDataString(Password)}@{Host}/postgres?table={Uri.EscapeDataString(table)}";

    public async ValueTask InitializeAsync()
    {
        _folder = await _account.FolderAsync("assay-postgres-");
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, Password);
        await _account.RunInAsync(_folder, Program("initdb"), "-D", "data", "-U", "owner", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256", $"--pwfile={password}", "--no-sync");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task StartAsync()
    {
        _process = _account.Start(
            _folder, Program("postgres"), "-D", "data", "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off");
        for (var tries = 0; ; tries++)
        {
            try
            {
                await RunAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !_process.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Ends the server as a crash does: no query is answered any more.</summary>
    public async Task KillAsync()
    {
        if (_process is null || _process.HasExited) return;
        await _account.RunInAsync(_folder, Program("pg_ctl"), "stop", "-D", "data", "-m", "immediate");
        await _process.WaitForExitAsync();
    }

    public async Task RunAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>
    /// Loads a file, read by DuckDB, into a table whose columns are texts, and shows it in the order of the file as a view: a table without a key
    /// lies as the server pleases.
    /// </summary>
    public async Task LoadAsync(string path, string name)
    {
        await using var source = await new DuckDbEngine().OpenAsync(new Source.Files(path), new(Threads: 2, 400L << 20));
        var sample = await source.SampleAsync(int.MaxValue, 0);
        var (names, stored) = (source.Schema.Columns.Select(static c => Quoted(c.Name)).ToArray(), Quoted($"{name} rows"));
        await RunAsync(
            $"""
             DROP TABLE IF EXISTS {stored} CASCADE;
             CREATE TABLE {stored} ("assay place" bigint, {string.Join(", ", names.Select(static n => $"{n} text"))});
             CREATE VIEW {Quoted(name)} AS SELECT {string.Join(", ", names)} FROM {stored} ORDER BY "assay place"
             """);
        await using var connection = await ConnectAsync();
        await using var import = await connection.BeginBinaryImportAsync($"COPY {stored} FROM STDIN (FORMAT BINARY)");
        for (var row = 0L; row < sample.Rows; row++)
        {
            await import.StartRowAsync();
            await import.WriteAsync(row);
            foreach (var column in sample.Columns)
            {
                if (column[(int)row] is { } text) await import.WriteAsync(text);
                else await import.WriteNullAsync();
            }
        }

        await import.CompleteAsync();
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = _port, Username = "owner", Password = Password, Database = "postgres", Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Debian keeps each version's programs in a folder of its own; the newest is taken.</summary>
    private static string Program(string name) =>
        Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(static d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture))
            .Select(d => Path.Combine(d, "bin", name)).First(File.Exists);
}
