using System.Globalization;
using System.Runtime.CompilerServices;
using Assays.Data;
using Assays.Sql;
using Assays.Sql.Dialects;
using Npgsql;

namespace Assays.Engines.Postgres;

/// <summary>
/// One connection in one transaction that reads only and sees the database as it was when the transaction began, so that all answers are about the
/// same rows. A query that fails does not end it.
/// </summary>
internal sealed class PostgresSession : IAsyncDisposable
{
    /// <summary>Parameters that the protocol takes in one query; values beyond are written into the text.</summary>
    private const int MostParameters = 65_000;

    private const int OldestVersion = 11;

    // Rows without an order come as they lie: one reader from the first page on, and no way through an index instead.
    private const string Settings =
        """
        SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL bytea_output = 'hex';
        SET LOCAL extra_float_digits = 1; SET LOCAL standard_conforming_strings = on; SET LOCAL synchronize_seqscans = off;
        SET LOCAL max_parallel_workers_per_gather = 0; SET LOCAL enable_indexonlyscan = off; SET LOCAL jit = off;
        SET LOCAL idle_in_transaction_session_timeout = 0;
        """;

    private readonly NpgsqlConnection _connection;

    private PostgresSession(NpgsqlConnection connection, PostgresTrouble trouble) => (_connection, Trouble) = (connection, trouble);

    public Dialect Dialect { get; } = new PostgresDialect();

    public PostgresTrouble Trouble { get; }

    public string Version => _connection.PostgreSqlVersion.ToString();

    /// <exception cref="InputException">The server cannot be reached, or lets the user not in.</exception>
    public static async Task<PostgresSession> OpenAsync(Source.Server server, bool hasQuery, EngineOptions options, CancellationToken cancellationToken)
    {
        var settings = PostgresAddress.Read(server, options);
        var trouble = new PostgresTrouble(server.Name, settings.Username!, options.Timeout, hasQuery);
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (connection.PostgreSqlVersion.Major < OldestVersion) throw new InputException($"{server.Name} runs PostgreSQL {connection.PostgreSqlVersion}; {OldestVersion} or later is needed.");
            var milliseconds = (long)Math.Clamp(options.Timeout.TotalMilliseconds, 1, int.MaxValue);
            await using var begin = connection.CreateCommand();
#pragma warning disable CA2100 // numbers and our own text
            begin.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {Settings} SET LOCAL statement_timeout = {milliseconds}; SET LOCAL lock_timeout = {milliseconds}; SAVEPOINT assay");
#pragma warning restore CA2100
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return new(connection, trouble);
        }
        catch (Exception error) when (error is not InputException)
        {
            await connection.DisposeAsync();
            throw trouble.OfOpening(error, cancellationToken);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<object?[]> QueryAsync(SqlText sql, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var batch = Batch(sql);
        await using var reader = await TryAsync(() => batch.ExecuteReaderAsync(cancellationToken), cancellationToken);
        while (await TryAsync(() => reader.ReadAsync(cancellationToken), cancellationToken))
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++) row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
            yield return row;
        }
    }

    /// <summary>The names and types of what a relation has, without reading a row.</summary>
    public async Task<IReadOnlyList<(string Name, string Type)>> DescribeAsync(SqlText relation, CancellationToken cancellationToken)
    {
        await using var batch = Batch(SqlText.Of($"SELECT * FROM {relation} AS described LIMIT 0"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetDataTypeName(i)))];
    }

    /// <summary>Closes the connection; the server ends the transaction.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task<T> TryAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is NpgsqlException or OperationCanceledException or IOException)
        {
            if (error is PostgresException && _connection.State == System.Data.ConnectionState.Open) await ForgiveAsync();
            throw Trouble.OfReading(error, cancellationToken);
        }
    }

    private async Task ForgiveAsync()
    {
        try
        {
            await using var rollback = new NpgsqlCommand("ROLLBACK TO SAVEPOINT assay", _connection);
            await rollback.ExecuteNonQueryAsync();
        }
        catch (Exception error) when (error is NpgsqlException or InvalidOperationException)
        {
            // The first error tells what is wrong; a connection that is gone has nothing to roll back.
        }
    }

    // A batch of one: unlike a command, it never takes a text apart at its semicolons, so that nobody leaves the transaction.
    private NpgsqlBatch Batch(SqlText sql)
    {
        var rendered = Dialect.Render(sql);
        if (rendered.Parameters.Count > MostParameters) rendered = new(Dialect.RenderInline(sql), []);
        var batch = _connection.CreateBatch();
        var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // the text comes from a dialect; values are parameters or encoded
        command.CommandText = rendered.Text;
#pragma warning restore CA2100
        foreach (var value in rendered.Parameters) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
        return batch;
    }
}
