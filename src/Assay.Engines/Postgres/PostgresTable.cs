using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Assays.Data;
using Assays.Engines.Sources;
using Assays.Sql;

namespace Assays.Engines.Postgres;

/// <summary>A table, a view or a query on a PostgreSQL server; its rows stay there.</summary>
public sealed class PostgresTable : Table
{
    /// <summary>Bytes that PostgreSQL keeps of a name.</summary>
    private const int LongestName = 63;

    // No column is likely to have this name; if one has, the server complains of two, and nothing is read wrongly.
    private static readonly SqlText Number = SqlText.Name("assay:record");

    private readonly PostgresSession _session;

    private PostgresTable(PostgresSession session, SqlText from, SqlText unnumbered, Schema schema, Structure structure, long rows) =>
        (_session, From, Unnumbered, Schema, Structure, Rows) = (session, from, unnumbered, schema, structure, rows);

    public override Schema Schema { get; }
    public override Dialect Dialect => _session.Dialect;
    public override Structure Structure { get; }
    public override long Rows { get; }
    public override SqlText From { get; }
    public override SqlText Unnumbered { get; }
    public override SqlText RowNumber => Number;
    public override Capabilities Capabilities { get; } = new(WritesCopies: false, BytesPerCell: 18);

    internal static async Task<PostgresTable> OpenAsync(PostgresSession session, PostgresRelation relation, CancellationToken cancellationToken)
    {
        var described = await session.DescribeAsync(relation.From, cancellationToken);
        var fields = Fields([.. described.Select(static d => d.Name)]);
        var columns = described.Select((d, i) => new Column(i, d.Name, fields[i], Kind(d.Type))).ToImmutableArray();
        if (columns.IsEmpty) throw new InputException($"The {relation.Kind} has no columns; there is nothing to assess.");

        var order = relation.Key.IsEmpty ? SqlText.Of($"") : SqlText.Of($"ORDER BY {SqlText.Join(", ", relation.Key.Select(SqlText.Name))}");
        var names = SqlText.Join(", ", columns.Select(static c => SqlText.Of($"{c}")));
        var unnumbered = SqlText.Of($"{relation.From} AS source({names})");
        var from = SqlText.Of($"(SELECT row_number() OVER ({order}) - 1 AS {Number}, {names} FROM {relation.From} AS relation({names})) AS source");
        var rows = 0L;
        await foreach (var row in session.QueryAsync(SqlText.Of($"SELECT count(*) FROM {unnumbered}"), cancellationToken))
        {
            rows = Convert.ToInt64(row[0], CultureInfo.InvariantCulture);
        }

        return new(session, from, unnumbered, new(columns), Read(session, relation), rows);
    }

    public override IAsyncEnumerable<object?[]> QueryAsync(SqlText query, CancellationToken cancellationToken = default) =>
        _session.QueryAsync(query, cancellationToken);

    public override Task ExportAsync(string path, TableChanges changes, CancellationToken cancellationToken = default) =>
        throw new InputException("A table on a PostgreSQL server is not written to a file yet; export it first, and repair the export.");

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    private static Structure Read(PostgresSession session, PostgresRelation relation) => new($"PostgreSQL {session.Version}, {relation.Kind}")
    {
        Bytes = relation.Bytes,
        Notes =
        [
            relation.Key.IsEmpty
                ? $"Rows are numbered in the order in which the server returns the {relation.Kind}; it has no primary key, so that a change of it may change the numbers."
                : $"Rows are numbered in the order of the primary key ({string.Join(", ", relation.Key)}).",
            "Everything was read in one read-only transaction that saw the database at one moment.",
            "Distinct values of a sampled table are counted on the server, exactly but for values that share a 64-bit hash.",
            "Of a sampled table, numbers beyond ±1e140 are left out of minimum, maximum and mean, and those within ±1e-140 count as 0.",
        ],
    };

    /// <summary>PostgreSQL cuts long names off, and two may become one; a position never does.</summary>
    private static ImmutableArray<string> Fields(IReadOnlyList<string> names) =>
        [.. FieldNames.Of(names).Select(static (c, i) => Encoding.UTF8.GetByteCount(c.Field) <= LongestName ? c.Field : string.Create(CultureInfo.InvariantCulture, $"assay:column{i + 1}"))];

    private static ColumnKind Kind(string type) => type.Split('(', ' ')[0] switch
    {
        _ when type.EndsWith("[]", StringComparison.Ordinal) => ColumnKind.Other,
        "smallint" or "integer" or "bigint" or "oid" => ColumnKind.Integer,
        "numeric" or "real" or "double" => ColumnKind.Number,
        "text" or "character" or "name" or "citext" => ColumnKind.Text,
        "boolean" => ColumnKind.Boolean,
        "date" => ColumnKind.Date,
        "time" => ColumnKind.Time,
        "timestamp" => ColumnKind.Timestamp,
        _ => ColumnKind.Other,
    };
}
