using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assays.Data;
using Assays.Engines.Sources;
using Assays.Sql;

namespace Assays.Engines.ClickHouse;

/// <summary>What is read on the server: a table, a view or a query, and the order in which its rows are numbered.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="Kind">What it is, in a word.</param>
/// <param name="IsStored">Whether it is a table whose rows lie in parts or on shards, so that only an order makes their numbers.</param>
/// <param name="SortingKey">The expressions that a table is sorted by, as the server writes them; empty when there are none.</param>
/// <param name="Shards">The shards that a table is spread over and those that answer; none when it is not spread.</param>
internal sealed partial record ClickHouseRelation(SqlText From, string Kind, bool IsStored, string SortingKey, Shards? Shards)
{
    private const int Listed = 12;

    public static ClickHouseRelation OfQuery(string sql)
    {
        var text = sql.Trim().TrimEnd(';');
        if (text.Contains('\0', StringComparison.Ordinal)) throw new InputException("The query holds a NUL character.");
        // On lines of its own, so that a comment at its end ends there.
        return new(SqlText.Of($"(\n{SqlText.Verbatim(text)}\n)"), "query", false, "", null);
    }

    /// <summary>Finds the table of the address, or the only one of its database.</summary>
    /// <exception cref="InputException">There is none, or several and none is named.</exception>
    public static async Task<ClickHouseRelation> FindAsync(ClickHouseSession session, Source.Server server, CancellationToken cancellationToken)
    {
        var (schema, name) = server.Table is { } named ? TableName.Parse(named) : (null, await OnlyAsync(session, server, cancellationToken));
        var database = schema ?? session.Database;
        var query = SqlText.Of(
            $"""
             SELECT name, engine, engine_full, sorting_key FROM system.tables
             WHERE database = {database} AND lowerUTF8(name) = lowerUTF8({name}) ORDER BY name = {name} DESC, name LIMIT 1
             """);
        await foreach (var row in session.QueryAsync(query, cancellationToken))
        {
            var engine = (string)row[1]!;
            var relation = new ClickHouseRelation(
                SqlText.Of($"{SqlText.Name(database)}.{SqlText.Name((string)row[0]!)}"), engine.EndsWith("View", StringComparison.Ordinal) ? "view" : $"{engine} table",
                engine.EndsWith("MergeTree", StringComparison.Ordinal), (string)row[3]!, null);
            return engine == "Distributed" ? await SpreadAsync(session, relation, (string)row[2]!, cancellationToken) : relation;
        }

        var names = await ListAsync(session, database, cancellationToken);
        throw new InputException($"{server.Name}: there is no table '{name}' in the database '{database}'. It has {(names.Count == 0 ? "none that can be seen" : Join(names))}.");
    }

    /// <summary>Fills in what the tables behind a Distributed table say: their sorting key, and how many shards answer.</summary>
    private static async Task<ClickHouseRelation> SpreadAsync(
        ClickHouseSession session, ClickHouseRelation relation, string engine, CancellationToken cancellationToken)
    {
        var match = Arguments().Match(engine);
        if (!match.Success) return relation with { IsStored = true };
        var (cluster, database, table) = (Plain(match.Groups[1].Value), Plain(match.Groups[2].Value), Plain(match.Groups[3].Value));
        var key = "";
        await foreach (var row in session.QueryAsync(SqlText.Of($"SELECT sorting_key FROM system.tables WHERE database = {database} AND name = {table}"), cancellationToken))
        {
            key = (string)row[0]!;
        }

        var all = await CountAsync(session, SqlText.Of($"SELECT uniqExact(shard_num) FROM system.clusters WHERE cluster = {cluster}"), cancellationToken);
        var answering = session.AllowsPart ? await CountAsync(session, SqlText.Of($"SELECT count() FROM cluster({cluster}, system.one)"), cancellationToken) : all;
        return relation with { IsStored = true, SortingKey = key, Shards = new(all, answering) };
    }

    private static async Task<string> OnlyAsync(ClickHouseSession session, Source.Server server, CancellationToken cancellationToken)
    {
        var names = await ListAsync(session, session.Database, cancellationToken);
        return names.Count switch
        {
            1 => names[0],
            0 => throw new InputException($"{server.Name} has no table that can be seen; say which by ?table=database.name."),
            _ => throw new InputException($"{server.Name} has several tables; say which, as in {server.Name}?table={names[0]}. It has {Join(names)}."),
        };
    }

    private static async Task<List<string>> ListAsync(ClickHouseSession session, string database, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var query = SqlText.Of($"SELECT name FROM system.tables WHERE database = {database} AND NOT name LIKE '.inner%' ORDER BY name LIMIT {Listed + 1}");
        await foreach (var row in session.QueryAsync(query, cancellationToken)) names.Add((string)row[0]!);
        return names;
    }

    private static async Task<long> CountAsync(ClickHouseSession session, SqlText query, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var row in session.QueryAsync(query, cancellationToken)) count = Convert.ToInt64(row[0], CultureInfo.InvariantCulture);
        return count;
    }

    private static string Join(List<string> names) => string.Join(", ", names.Take(Listed)) + (names.Count > Listed ? ", …" : "");

    private static string Plain(string argument) => TabSeparated.Text(argument.Trim('\'', '`', '"'))!;

    [GeneratedRegex(@"^Distributed\(\s*('(?:[^'\\]|\\.)*'|[^,\s]+)\s*,\s*('(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[^,\s]+)\s*,\s*('(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[^,\s)]+)")]
    private static partial Regex Arguments();
}

/// <summary>How many shards a table is spread over, and how many of them answer.</summary>
internal readonly record struct Shards(long All, long Answering)
{
    public bool IsPart => Answering < All;
}
