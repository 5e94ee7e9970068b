using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Sql;

namespace Assays.Engines.ClickHouse;

/// <summary>A table, a view or a query on a ClickHouse server or cluster; its rows stay there.</summary>
public sealed class ClickHouseTable : Table
{
    /// <summary>Rows from which on a stored table is not sorted to number its rows: all of them would have to go to one server.</summary>
    private const long MostNumbered = 1_000_000;

    // No column is likely to have this name; if one has, the server complains of two, and nothing is read wrongly.
    private static readonly SqlText Number = SqlText.Name("assay:record");

    private readonly ClickHouseSession _session;
    private readonly ClickHouseRelation _relation;

    /// <summary>A hash of all values of a row in 53 bits, which every reader of JSON keeps.</summary>
    private readonly SqlText _print;

    /// <summary>The relation with the place of each row in its order.</summary>
    private readonly SqlText _numbered;

    private bool _numbersByPlace;

    private ClickHouseTable(
        ClickHouseSession session, ClickHouseRelation relation, SqlText unnumbered, SqlText numbered, SqlText print, Schema schema, long rows, bool numbersByPlace) =>
        (_session, _relation, _numbered, _print, Unnumbered, Schema, Rows, _numbersByPlace) = (session, relation, numbered, print, unnumbered, schema, rows, numbersByPlace);

    public override Schema Schema { get; }
    public override Dialect Dialect => _session.Dialect;
    public override Structure Structure => Read();
    public override long Rows { get; }
    public override SqlText From => _numbersByPlace ? _numbered : Unnumbered;
    public override SqlText Unnumbered { get; }
    public override SqlText RowNumber => _numbersByPlace ? Number : _print;
    public override bool NumbersByPlace => _numbersByPlace;
    public override Capabilities Capabilities { get; } = new(WritesCopies: false, BytesPerCell: 4);

    protected override SqlText Order => _numbersByPlace ? Number : Sorted(_relation, _print);

    internal static async Task<ClickHouseTable> OpenAsync(ClickHouseSession session, ClickHouseRelation relation, CancellationToken cancellationToken)
    {
        var described = await session.DescribeAsync(relation.From, cancellationToken);
        if (described.Count == 0) throw new InputException($"The {relation.Kind} has no columns; there is nothing to assess.");
        if (described.DistinctBy(static d => d.Name).Count() < described.Count) throw new InputException("The query gives two columns the same name; name them apart by AS.");

        // Old servers ask their shards for the value NULL instead of the column.
        if (relation.Shards is not null && described.FirstOrDefault(static d => d.Name.Equals("null", StringComparison.OrdinalIgnoreCase)) is { Name: { } name })
        {
            throw new InputException($"The column '{name}' cannot be read from the shards of a cluster: old servers take its name for a missing value. Name the other columns by --query.");
        }

        // Names are unique in ClickHouse whatever their case, so that the shards can be asked by them. Old servers confuse a column called 1 with the
        // number: such a one is called otherwise before anything is asked.
        var columns = described.Select(static (d, i) => new Column(i, d.Name, IsNumber(d.Name) ? string.Create(CultureInfo.InvariantCulture, $"assay:column{i + 1}") : d.Name, Kind(d.Type))).ToImmutableArray();
        var renamed = columns.Any(static c => c.Field != c.Name);
        var original = SqlText.Join(", ", columns.Select(static c => c.Field == c.Name ? SqlText.Of($"{c}") : SqlText.Of($"{SqlText.Name(c.Name)} AS {c}")));
        var names = SqlText.Join(", ", columns.Select(static c => SqlText.Of($"{c}")));
        var hash = Hash(described);
        var order = relation.IsStored ? SqlText.Of($" ORDER BY {Sorted(relation, hash)}") : SqlText.Of($"");
        var numbered = SqlText.Of(
            $"(SELECT toInt64(rowNumberInAllBlocks()) AS {Number}, {names} FROM (SELECT {original} FROM {relation.From}{order})) AS source");
        // Without an order of our own, one reader keeps the rows in that of the server.
        session.ReadsInOrder = !relation.IsStored;
        var rows = 0L;
        await foreach (var row in session.QueryAsync(SqlText.Of($"SELECT count(*) FROM {relation.From}"), cancellationToken))
        {
            rows = Convert.ToInt64(row[0], CultureInfo.InvariantCulture);
        }

        var unnumbered = renamed ? SqlText.Of($"(SELECT {original} FROM {relation.From})") : relation.From;
        var print = SqlText.Of($"toInt64({hash} % {1L << 53})");
        return new(session, relation, unnumbered, numbered, print, new(columns), rows, numbersByPlace: !relation.IsStored || renamed || rows <= MostNumbered);
    }

    /// <summary>
    /// Draws the rows of a large table by their hashes, so that each shard draws by itself and hands over the drawn rows only. Where so many rows
    /// are alike that those drawn would be copies of a few, the places of the rows decide instead.
    /// </summary>
    public override async Task<Sample> SampleAsync(int maxRows, int seed, CancellationToken cancellationToken = default)
    {
        _numbersByPlace |= Rows <= maxRows;
        var sample = await base.SampleAsync(maxRows, seed, cancellationToken);
        if (_numbersByPlace || sample.RowNumbers.ToArray().Distinct().Count() > maxRows / 2) return sample;
        _numbersByPlace = true;
        return await base.SampleAsync(maxRows, seed, cancellationToken);
    }

    public override IAsyncEnumerable<object?[]> QueryAsync(SqlText query, CancellationToken cancellationToken = default) =>
        _session.QueryAsync(query, cancellationToken);

    public override Task ExportAsync(string path, TableChanges changes, CancellationToken cancellationToken = default) =>
        throw new InputException("A table on a ClickHouse server is not written to a file yet; export it first, and repair the export.");

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>The sorting key, and among rows that share it a hash of all values: rows that share that too are alike, and their order does not matter.</summary>
    private static SqlText Sorted(ClickHouseRelation relation, SqlText hash) =>
        relation.SortingKey.Length == 0 ? hash : SqlText.Of($"{SqlText.Verbatim(relation.SortingKey)}, {hash}");

    private static SqlText Hash(IReadOnlyList<(string Name, string Type)> columns)
    {
        var values = columns.Select(static c => c.Type.Contains("Nullable(", StringComparison.Ordinal)
            ? SqlText.Of($"ifNull(toString({SqlText.Name(c.Name)}), {"\\N"})")
            : SqlText.Of($"{SqlText.Name(c.Name)}"));
        return SqlText.Of($"cityHash64({SqlText.Join(", ", values)})");
    }

    private Structure Read() => new(
        $"ClickHouse {_session.Version}, {_relation.Kind}{(_relation.Shards is { } shards ? string.Create(CultureInfo.InvariantCulture, $" over {shards.All} shards") : "")}")
    {
        Notes =
        [
            .. _relation.Shards is { IsPart: true } part
                ? (string[])[string.Create(CultureInfo.InvariantCulture, $"PARTIAL: {part.Answering} of {part.All} shards answered; all figures and findings are of their rows only.")]
                : [],
            (_relation.IsStored, _relation.SortingKey) switch
            {
                _ when !_numbersByPlace => "The table is not sorted to number its rows, as it is large: a row's number is a hash of its values, and rows that are alike share it. The sample is drawn by these hashes, a row with all that are like it.",
                (false, _) => $"Rows are numbered in the order in which the server returns the {_relation.Kind}; without an ORDER BY in it the numbers may change.",
                (_, "") => "Rows are numbered in the order of a hash of their values, as the table has no sorting key.",
                var (_, key) => $"Rows are numbered in the order of the sorting key ({key}), and those that share it in the order of a hash of their values.",
            },
            "Queries see the table one after the other, not at one moment; rows that came in between are in some answers only.",
            "Distinct values of a sampled table are counted on the server by a sketch (uniq): exactly up to some ten thousand, ±1 % beyond.",
            "Sums are of doubles that are not compensated; they are right to nine digits.",
        ],
    };

    private static bool IsNumber(string name) => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static ColumnKind Kind(string type) => TabSeparated.Bare(type).Split('(')[0] switch
    {
        "Int8" or "Int16" or "Int32" or "Int64" or "UInt8" or "UInt16" or "UInt32" or "UInt64" or "Int128" or "UInt128" or "Int256" or "UInt256" => ColumnKind.Integer,
        "Float32" or "Float64" => ColumnKind.Number,
        { } name when name.StartsWith("Decimal", StringComparison.Ordinal) => ColumnKind.Number,
        "String" => ColumnKind.Text,
        "Bool" => ColumnKind.Boolean,
        "Date" or "Date32" => ColumnKind.Date,
        "DateTime" or "DateTime64" => ColumnKind.Timestamp,
        _ => ColumnKind.Other,
    };
}
