using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Sql;

namespace Assays.Engines.Sources;

/// <summary>Reads a table or a view of a DuckDB database file where it lies; the file is attached for reading only.</summary>
internal sealed class DuckDbFileReader : SourceReader
{
    public override string Format => "a DuckDB database";

    public override ImmutableArray<string> Extensions { get; } = [".duckdb", ".ddb", ".db"];

    public override bool Knows(SourceFile file) => file.Head.Length >= 12 && file.Head.Span[8..].StartsWith("DUCK"u8);

    public override async Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default)
    {
        var database = $"assay:{Path.GetFileName(session.NewFile(""))}";
        await session.ExecuteAsync(SqlText.Of($"ATTACH {Path.GetFullPath(file.Path)} AS {SqlText.Name(database)} (READ_ONLY)"), cancellationToken);
        var relations = await RelationsAsync(session, database, cancellationToken);
        var chosen = TableChoice.Of(file, [.. relations.Select(static r => r.Name)], table);
        var (_, schema, name, isView) = relations.First(r => r.Name == chosen);
        var from = SqlText.Of($"{SqlText.Name(database)}.{SqlText.Name(schema)}.{SqlText.Name(name)}");

        var names = new List<string>();
        await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE {from}"), cancellationToken))
        {
            names.Add((string)row[0]!);
        }

        var columns = FieldNames.Of(names);
        var fields = SqlText.Join(", ", columns.Select(static c => SqlText.Name(c.Field)));
        // Rows that were deleted leave holes in a table's own numbers, and a view has none: then the rows are copied.
        var isDense = !isView && await session.AskAsync<bool>(SqlText.Of($"SELECT count(*) = coalesce(max(rowid), -1) + 1 FROM {from}"), cancellationToken);
        var number = SqlText.Name("rowid");
        await session.ExecuteAsync(
            isDense
                ? SqlText.Of($"CREATE VIEW {SqlText.Name(Relation)} AS SELECT * FROM (SELECT *, rowid FROM {from}) AS t({fields}, {number})")
                : SqlText.Of($"CREATE TABLE {SqlText.Name(Relation)} AS SELECT * FROM {from} AS t({fields})"),
            cancellationToken);
        return new(columns, new($"DuckDB, {(isView ? "view" : "table")} '{chosen}'") { Bytes = file.Bytes });
    }

    /// <summary>Tables and views; those of other schemas than the usual are called by both names.</summary>
    private static async Task<List<(string Name, string Schema, string Table, bool IsView)>> RelationsAsync(
        DuckDbSession session, string database, CancellationToken cancellationToken)
    {
        var relations = new List<(string, string, string, bool)>();
        await foreach (var row in session.QueryAsync(
            SqlText.Of($"""
                SELECT schema_name, table_name, false FROM duckdb_tables() WHERE database_name = {database} AND NOT internal
                UNION ALL SELECT schema_name, view_name, true FROM duckdb_views() WHERE database_name = {database} AND NOT internal
                ORDER BY 3, 1, 2
                """),
            cancellationToken))
        {
            var (schema, name) = ((string)row[0]!, (string)row[1]!);
            relations.Add((schema == "main" ? name : $"{schema}.{name}", schema, name, (bool)row[2]!));
        }

        return relations;
    }
}
