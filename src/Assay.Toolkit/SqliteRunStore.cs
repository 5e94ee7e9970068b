using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.History;
using Microsoft.Data.Sqlite;

namespace Assays;

/// <summary>Runs as rows of a table <c>assay_runs</c> in a SQLite file; other tables of the file are left alone.</summary>
internal sealed class SqliteRunStore(string path) : RunStore
{
    public override async Task<ImmutableArray<Run>> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path)) return [];
        return await UseAsync(async connection =>
        {
            var runs = ImmutableArray.CreateBuilder<Run>();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT run FROM assay_runs ORDER BY time DESC LIMIT $most";
            command.Parameters.AddWithValue("$most", RunHistory.MostRuns);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) runs.Add(RunText.Parse(reader.GetString(0), path));
            return runs.ToImmutable();
        }, cancellationToken);
    }

    public override Task AddAsync(Run run, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return UseAsync(async connection =>
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO assay_runs (time, source, run) VALUES ($time, $source, $run)";
            command.Parameters.AddWithValue("$time", run.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$source", run.Source);
            command.Parameters.AddWithValue("$run", RunText.Write(run));
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }, cancellationToken);
    }

    private async Task<T> UseAsync<T>(Func<SqliteConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            await connection.OpenAsync(cancellationToken);
            await using var create = connection.CreateCommand();
            create.CommandText = "CREATE TABLE IF NOT EXISTS assay_runs (time TEXT NOT NULL, source TEXT NOT NULL, run TEXT NOT NULL)";
            await create.ExecuteNonQueryAsync(cancellationToken);
            return await use(connection);
        }
        catch (SqliteException error)
        {
            throw new InputException($"The history '{path}' cannot be used: {error.Message}", error);
        }
    }
}
