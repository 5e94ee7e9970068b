using Assays.Data;
using Assays.Sql;

namespace Assays.Engines.DuckDb;

/// <summary>Writes a table with changes to a file by DuckDB's COPY.</summary>
internal static class DuckDbExport
{
    // Names that no source is likely to have; a clash would only be an error, never a wrong value.
    private static readonly SqlText Number = SqlText.Name("assay:record");
    private static readonly SqlText ChangedRow = SqlText.Name("assay:row");
    private static readonly SqlText ChangedField = SqlText.Name("assay:field");
    private static readonly SqlText ChangedValue = SqlText.Name("assay:value");
    private static readonly SqlText AddedValue = SqlText.Name("assay:added");

    public static async Task WriteAsync(DuckDbSession session, DuckDbTable table, string path, TableChanges changes, CancellationToken cancellationToken)
    {
        var format = Format(path);
        var cells = SqlText.Name("assay:changes");
        await session.ExecuteAsync(
            SqlText.Of($"CREATE OR REPLACE TEMP TABLE {cells} ({ChangedRow} BIGINT, {ChangedField} INTEGER, {ChangedValue} VARCHAR)"), cancellationToken);
        foreach (var batch in changes.Cells.Chunk(500))
        {
            var rows = SqlText.Join(", ", batch.Select(static c => SqlText.Of($"({c.Row}, {c.Column.Ordinal}, {c.After})")));
            await session.ExecuteAsync(SqlText.Of($"INSERT INTO {cells} VALUES {rows}"), cancellationToken);
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await session.ExecuteAsync(SqlText.Of($"COPY ({Query(table, changes, cells)}) TO {temporary} {format}"), cancellationToken);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static SqlText Query(DuckDbTable table, TableChanges changes, SqlText cells)
    {
        var ruled = SqlText.Join(", ", table.Schema.Columns.Select(column => SqlText.Of($"{Ruled(column, changes)} AS {column}")));
        var changed = changes.Cells.Select(static c => c.Column).ToHashSet();
        var mended = SqlText.Join(", ", table.Schema.Columns.Select(column => changed.Contains(column)
            ? SqlText.Of($"CASE WHEN {Alias(column)}.{ChangedRow} IS NULL THEN t.{column} ELSE {Alias(column)}.{ChangedValue} END AS {Header(column)}")
            : SqlText.Of($"t.{column} AS {Header(column)}")));
        var joins = SqlText.Join(" ", changed.OrderBy(static c => c.Ordinal).Select(column => SqlText.Of(
            $"LEFT JOIN (SELECT * FROM {cells} WHERE {ChangedField} = {column.Ordinal}) AS {Alias(column)} ON t.{Number} = {Alias(column)}.{ChangedRow}")));
        var nothing = SqlText.Of($"");
        var added = changes.Added is { } extra ? SqlText.Of($", {extra.Value} AS {AddedValue}") : nothing;
        var result = changes.Added is { } named ? SqlText.Of($", t.{AddedValue} AS {SqlText.Name(named.Name)}") : nothing;
        var where = changes.Keep is { } keep ? SqlText.Of($" WHERE {keep}") : nothing;
        return SqlText.Of($"SELECT {mended}{result} FROM (SELECT {table.RowNumber} AS {Number}, {ruled}{added} FROM {table.From}{where}) AS t {joins} ORDER BY t.{Number}");
    }

    private static SqlText Ruled(Column column, TableChanges changes) => changes.Rules
        .Where(rule => rule.Column == column)
        .Aggregate(SqlText.Of($"{column}"), static (value, rule) => SqlText.Of($"CASE WHEN {rule.Condition} THEN {rule.After} ELSE {value} END"));

    private static SqlText Alias(Column column) => SqlText.Name($"assay:column{column.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    private static SqlText Header(Column column) => SqlText.Name(column.Name.Length == 0 ? column.Field : column.Name);

    private static SqlText Format(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => SqlText.Of($"(FORMAT csv, HEADER)"),
        ".tsv" => SqlText.Of($"(FORMAT csv, HEADER, DELIMITER '\t')"),
        ".parquet" => SqlText.Of($"(FORMAT parquet)"),
        ".json" => SqlText.Of($"(FORMAT json, ARRAY true)"),
        ".ndjson" or ".jsonl" => SqlText.Of($"(FORMAT json)"),
        var other => throw new InputException($"A repaired table cannot be written as '{other}'. Use csv, tsv, parquet, json or ndjson."),
    };
}
