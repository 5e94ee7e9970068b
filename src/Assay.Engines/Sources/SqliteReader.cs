using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Engines.Sources.Csv;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assays.Engines.Sources;

/// <summary>
/// Reads a table or a view of a SQLite database. A column of SQLite may hold any kind of value whatever it declares, so every value comes as the
/// text that SQLite would print, and is typed by evidence like text of a file.
/// </summary>
internal sealed class SqliteReader : SourceReader
{
    public override string Format => "a SQLite database";

    public override ImmutableArray<string> Extensions { get; } = [".sqlite", ".sqlite3", ".db", ".db3", ".s3db"];

    public override bool Knows(SourceFile file) => file.BeginsWith("SQLite format 3\0"u8);

    public override Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default) =>
        DamagedFile.GuardAsync(file, Format, async () =>
        {
            await using var connection = new SqliteConnection(Settings(file.Path));
            await connection.OpenAsync(cancellationToken);
            await using var interruption = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
            try
            {
                var chosen = TableChoice.Of(file, await TablesAsync(connection, cancellationToken), table);
                return await CopyAsync(session, connection, chosen, file, cancellationToken);
            }
            catch (SqliteException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        });

    private static async Task<Reading> CopyAsync(
        DuckDbSession session, SqliteConnection connection, string table, SourceFile file, CancellationToken cancellationToken)
    {
        var names = await ColumnsAsync(connection, table, cancellationToken);
        using var staging = new RowStaging(session);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names are quoted
        // A value longer than is kept is cut before it comes into the process.
        command.CommandText = $"SELECT {string.Join(", ", names.Select(static n => Quote(n)).Select(static c =>
            $"CASE WHEN octet_length({c}) > {CsvRecords.MaxFieldBytes} THEN substr({c}, 1, {CsvRecords.MaxFieldBytes + 1}) ELSE {c} END"))} FROM {Quote(table)}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            staging.Begin();
            for (var i = 0; i < names.Count; i++) staging.Add(Text(reader.GetValue(i)));
            staging.End();
        }

        return await staging.LoadAsync(
            session, FieldNames.Of(names), [], new($"SQLite, table '{table}'") { Bytes = file.Bytes }, cancellationToken);
    }

    /// <summary>As SQLite prints it: a real number always with its point, bytes as a literal.</summary>
    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string text => text,
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double number when double.IsInteger(number) && Math.Abs(number) < 1e15 => number.ToString("0.0", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => $"x'{Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, CsvRecords.MaxFieldBytes / 2)))}'",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static async Task<List<string>> TablesAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        await NamesAsync(
            connection, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name", cancellationToken);

    private static async Task<List<string>> ColumnsAsync(SqliteConnection connection, string table, CancellationToken cancellationToken) =>
        await NamesAsync(connection, $"SELECT name FROM pragma_table_xinfo({Literal(table)}) WHERE hidden <> 1", cancellationToken);

    private static async Task<List<string>> NamesAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names in it are quoted
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) names.Add(reader.GetString(0));
        return names;
    }

    /// <summary>
    /// The file for reading only. Unless a log of unfinished writes lies beside it, SQLite is told that nobody writes, so that it makes no files there.
    /// </summary>
    private static string Settings(string path)
    {
        var full = Path.GetFullPath(path);
        var log = new FileInfo(full + "-wal");
        var place = log is { Exists: true, Length: > 0 } ? full : $"file:{Uri.EscapeDataString(full).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        return new SqliteConnectionStringBuilder { DataSource = place, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
