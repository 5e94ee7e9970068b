using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.Sources;
using Assays.Sql;

namespace Assays.Engines.Postgres;

/// <summary>What is read on the server: a table, a view or a query, and the order in which its rows are numbered.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Bytes">Its size on the server.</param>
internal sealed record PostgresRelation(SqlText From, string Kind, ImmutableArray<string> Key, long? Bytes)
{
    private const int Listed = 12;

    /// <summary>A SELECT of the caller's, in which the table of the address, if any, is called <c>source</c>.</summary>
    public static PostgresRelation OfQuery(string sql, PostgresRelation? over)
    {
        var text = sql.Trim().TrimEnd(';');
        if (text.Contains('\0', StringComparison.Ordinal)) throw new InputException("The query holds a NUL character.");
        // On lines of its own, so that a comment at its end ends there.
        var query = SqlText.Of($"(\n{SqlText.Verbatim(text)}\n)");
        var from = over is null ? query : SqlText.Of($"(WITH source AS (SELECT * FROM {over.From}) SELECT * FROM {query} AS answer)");
        return new(from, "query", [], null);
    }

    /// <summary>Finds a table or a view by its name.</summary>
    /// <exception cref="InputException">There is none, or the user may not read all of its columns.</exception>
    public static async Task<PostgresRelation> FindAsync(PostgresSession session, Source.Server server, string table, CancellationToken cancellationToken)
    {
        var (schema, name) = TableName.Parse(table);
        var query = SqlText.Of(
            $"""
             SELECT CAST(c.oid AS bigint), CAST(n.nspname AS text), CAST(c.relname AS text), CAST(c.relkind AS text), pg_table_size(c.oid)
             FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND lower(c.relname) = lower({name})
             AND (lower(n.nspname) = lower({schema ?? ""}) OR {schema ?? ""} = '' AND pg_table_is_visible(c.oid))
             ORDER BY c.relname = {name} DESC, n.nspname = {schema ?? ""} DESC, c.oid LIMIT 1
             """);
        var found = await FirstAsync(session, query, cancellationToken)
            ?? throw new InputException($"{server.Name}: there is no table '{table}'. The database has {await NamesAsync(session, cancellationToken)}.");
        var (oid, kind) = ((long)found[0]!, (string)found[3]!);
        var from = SqlText.Of($"{SqlText.Name((string)found[1]!)}.{SqlText.Name((string)found[2]!)}");
        await RequireColumnsAsync(session, server, oid, table, cancellationToken);
        return new(from, kind == "v" ? "view" : "table", await KeyAsync(session, oid, cancellationToken), kind is "v" or "f" ? null : (long)found[4]!);
    }

    /// <summary>The only table of a database, for addresses that name none.</summary>
    /// <exception cref="InputException">There are several, or none.</exception>
    public static async Task<string> OnlyAsync(PostgresSession session, Source.Server server, CancellationToken cancellationToken)
    {
        var names = await ListAsync(session, cancellationToken);
        return names.Count switch
        {
            1 => names[0],
            0 => throw new InputException($"{server.Name} has no table that can be seen; say which by ?table=schema.name."),
            _ => throw new InputException($"{server.Name} has several tables; say which, as in {server.Name}?table={names[0]}. It has {Join(names)}."),
        };
    }

    private static async Task RequireColumnsAsync(PostgresSession session, Source.Server server, long oid, string table, CancellationToken cancellationToken)
    {
        var forbidden = new List<string>();
        var query = SqlText.Of(
            $"""
             SELECT CAST(attname AS text) FROM pg_attribute
             WHERE attrelid = {oid} AND attnum > 0 AND NOT attisdropped AND NOT has_column_privilege(attrelid, attnum, 'SELECT') ORDER BY attnum
             """);
        await foreach (var row in session.QueryAsync(query, cancellationToken)) forbidden.Add((string)row[0]!);
        if (forbidden.Count == 0) return;
        throw new InputException(
            $"{server.Name}: the user may not read {Join(forbidden)} of '{table}'. Ask for the right to SELECT, or name the other columns by --query.");
    }

    private static async Task<ImmutableArray<string>> KeyAsync(PostgresSession session, long oid, CancellationToken cancellationToken)
    {
        var key = ImmutableArray.CreateBuilder<string>();
        var query = SqlText.Of(
            $"""
             SELECT CAST(a.attname AS text) FROM pg_index AS i CROSS JOIN LATERAL unnest(CAST(i.indkey AS int2[])) WITH ORDINALITY AS k(attnum, place)
             JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
             WHERE i.indrelid = {oid} AND i.indisprimary AND k.place <= i.indnkeyatts ORDER BY k.place
             """);
        await foreach (var row in session.QueryAsync(query, cancellationToken)) key.Add((string)row[0]!);
        return key.ToImmutable();
    }

    private static async Task<string> NamesAsync(PostgresSession session, CancellationToken cancellationToken) =>
        await ListAsync(session, cancellationToken) is { Count: > 0 } names ? Join(names) : "none that can be seen";

    private static async Task<List<string>> ListAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var query = SqlText.Of(
            $"""
             SELECT CASE WHEN pg_table_is_visible(c.oid) THEN quote_ident(c.relname) ELSE quote_ident(n.nspname) || '.' || quote_ident(c.relname) END
             FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\_%'
             ORDER BY 1 LIMIT {Listed + 1}
             """);
        await foreach (var row in session.QueryAsync(query, cancellationToken)) names.Add((string)row[0]!);
        return names;
    }

    private static string Join(List<string> names) => string.Join(", ", names.Take(Listed)) + (names.Count > Listed ? ", …" : "");

    private static async Task<object?[]?> FirstAsync(PostgresSession session, SqlText query, CancellationToken cancellationToken)
    {
        object?[]? first = null;
        await foreach (var row in session.QueryAsync(query, cancellationToken)) first ??= row;
        return first;
    }
}
