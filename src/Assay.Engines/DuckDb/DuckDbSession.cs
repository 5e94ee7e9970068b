using System.Globalization;
using System.Runtime.CompilerServices;
using Assays.Data;
using Assays.Sql;
using Assays.Sql.Dialects;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Assays.Engines.DuckDb;

/// <summary>One DuckDB inside this process, with a private folder for what it spills and stages; both end with the session.</summary>
public sealed class DuckDbSession : IAsyncDisposable
{
    /// <summary>Memory that a thread of the engine needs: buffers of the text it reads, and rows that wait until they are written.</summary>
    private const long BytesPerThread = 40 << 20;

    private readonly DuckDBConnection _connection;
    private readonly DirectoryInfo _folder;
    private int _files;

    private DuckDbSession(DuckDBConnection connection, DirectoryInfo folder, EngineOptions options) =>
        (_connection, _folder, Options) = (connection, folder, options);

    public Dialect Dialect { get; } = new DuckDbDialect();

    /// <summary>What this session may use of the machine.</summary>
    public EngineOptions Options { get; }

    public static async Task<DuckDbSession> OpenAsync(EngineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options = options with { Threads = (int)Math.Clamp(options.MemoryInBytes / BytesPerThread, 1, Math.Max(1, options.Threads)) };
        var folder = Directory.CreateTempSubdirectory("assay-");
        var settings = new DuckDBConnectionStringBuilder
        {
            DataSource = ":memory:",
            ["threads"] = options.Threads,
            ["memory_limit"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(32, options.MemoryInBytes >> 20)}MiB"),
            ["temp_directory"] = folder.FullName,
            // Nothing leaves the machine: what the engine lacks is not fetched.
            ["autoinstall_known_extensions"] = false,
            ["autoload_known_extensions"] = false,
        };
        var connection = new DuckDBConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return new(connection, folder, options);
        }
        catch
        {
            await connection.DisposeAsync();
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>The file whose rows each query reads anew, so that its damages show late; none where the rows were taken in.</summary>
    internal string? ReadsFrom { get; set; }

    /// <summary>A path for a file that lives as long as the session.</summary>
    public string NewFile(string extension) =>
        Path.Combine(_folder.FullName, string.Create(CultureInfo.InvariantCulture, $"staged{_files++}{extension}"));

    /// <summary>Runs a statement that defines something.</summary>
    public async Task ExecuteAsync(SqlText sql, CancellationToken cancellationToken = default)
    {
        await using var result = await RunAsync(new SqlCommandText(Dialect.RenderInline(sql), []), cancellationToken);
    }

    /// <summary>Gives a table or a view another name.</summary>
    public async Task RenameAsync(string relation, string name, CancellationToken cancellationToken = default)
    {
        var isView = await AskAsync<bool>(
            SqlText.Of($"SELECT count(*) > 0 FROM duckdb_views() WHERE view_name = {relation} AND NOT internal AND database_name = current_database()"), cancellationToken);
        var kind = SqlText.Verbatim(isView ? "VIEW" : "TABLE");
        await ExecuteAsync(SqlText.Of($"ALTER {kind} {SqlText.Name(relation)} RENAME TO {SqlText.Name(name)}"), cancellationToken);
    }

    /// <summary>The first value of the first row.</summary>
    public async Task<T> AskAsync<T>(SqlText sql, CancellationToken cancellationToken = default)
    {
        await foreach (var row in QueryAsync(sql, cancellationToken))
        {
            return (T)Convert.ChangeType(row[0]!, typeof(T), CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("The query returned no row.");
    }

    public async IAsyncEnumerable<object?[]> QueryAsync(SqlText sql, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var result = await RunAsync(sql, cancellationToken);
        while (result.Read())
        {
            var row = new object?[result.Fields];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = result.Value(i);
            }

            yield return row;
        }
    }

    /// <summary>Runs a query; whoever asks reads and disposes the result.</summary>
    internal Task<DuckDbResult> RunAsync(SqlText sql, CancellationToken cancellationToken = default) => RunAsync(Dialect.Render(sql), cancellationToken);

    private async Task<DuckDbResult> RunAsync(SqlCommandText sql, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = Command(sql);
        var interruption = cancellationToken.Register(static c => ((DuckDBCommand)c!).Cancel(), command);
        try
        {
            return new(this, command, command.ExecuteReader(), interruption, cancellationToken);
        }
        catch (DuckDBException error)
        {
            await interruption.DisposeAsync();
            await command.DisposeAsync();
            throw DuckDbTrouble.Of(error, error.ErrorType, this, cancellationToken);
        }
    }

    /// <summary>Runs a query whose answer is taken in blocks; whoever asks disposes them.</summary>
    internal DuckDbBlocks RunInBlocks(SqlText sql, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var interruption = cancellationToken.Register(() => NativeMethods.Startup.DuckDBInterrupt(_connection.NativeConnection));
        if (NativeMethods.Query.DuckDBQuery(_connection.NativeConnection, Dialect.RenderInline(sql), out var result) == DuckDBState.Success) return new(result);
        var message = NativeMethods.Query.DuckDBResultError(ref result);
        var kind = NativeMethods.Query.DuckDBResultErrorType(ref result);
        NativeMethods.Query.DuckDBDestroyResult(ref result);
        throw DuckDbTrouble.Of(new InvalidOperationException(message), kind, this, cancellationToken);
    }

    /// <summary>How many statements a text holds.</summary>
    /// <exception cref="InputException">The text is no SQL.</exception>
    internal int CountStatements(string sql)
    {
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(_connection.NativeConnection, sql, out var statements);
        using (statements)
        {
            return count > 0
                ? count
                : throw new InputException($"The query cannot be read: {DuckDbTrouble.OneLine(NativeMethods.ExtractStatements.DuckDBExtractStatementsError(statements))}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private DuckDBCommand Command(SqlCommandText rendered)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // the text comes from a dialect; values are parameters
        command.CommandText = rendered.Text;
#pragma warning restore CA2100
        foreach (var value in rendered.Parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        return command;
    }
}
