using Assays.Data;
using Assays.Engines.Sources;
using Assays.Sql;

namespace Assays.Engines.DuckDb;

/// <summary>A table, a view or a file that DuckDB reads.</summary>
public sealed class DuckDbTable : Table
{
    /// <summary>Columns that one query brings into the process whatever the memory; all columns of a wide table at once would not fit into it.</summary>
    private const int FewestColumnsPerScan = 100;

    /// <summary>The engine's memory that one column of a query may take.</summary>
    private const long BytesPerColumn = 2 << 20;

    private readonly DuckDbSession _session;

    private DuckDbTable(DuckDbSession session, SqlText from, SqlText rowNumber, Schema schema, Structure structure, long rows) =>
        (_session, From, RowNumber, Schema, Structure, Rows) = (session, from, rowNumber, schema, structure, rows);

    public override Schema Schema { get; }
    public override Dialect Dialect => _session.Dialect;
    public override Structure Structure { get; }
    public override long Rows { get; }
    public override SqlText From { get; }
    public override SqlText RowNumber { get; }

    /// <summary>Opens what a reader made.</summary>
    internal static async Task<DuckDbTable> OpenAsync(
        DuckDbSession session, string relation, Reading reading, CancellationToken cancellationToken = default)
    {
        var from = SqlText.Name(relation);
        var kinds = new Dictionary<string, ColumnKind>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE {from}"), cancellationToken))
        {
            kinds[(string)row[0]!] = Kind((string)row[1]!);
        }

        var columns = reading.Columns.Select((c, i) => new Column(i, c.Name, c.Field, kinds[c.Field]));
        var rows = await session.AskAsync<long>(SqlText.Of($"SELECT count(*) FROM {from}"), cancellationToken);
        return new(session, from, SqlText.Name("rowid"), new([.. columns]), reading.Structure, rows);
    }

    public override IAsyncEnumerable<object?[]> QueryAsync(SqlText query, CancellationToken cancellationToken = default) =>
        _session.QueryAsync(query, cancellationToken);

    protected internal override int ColumnsPerQuery => 
        (int)Math.Clamp(_session.Options.MemoryInBytes / BytesPerColumn, FewestColumnsPerScan, int.MaxValue);

    /// <summary>Reads column by column, on all threads.</summary>
    protected override Task ReadAsync(SqlText query, List<long> rowNumbers, ColumnEncoder[] encoders, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = _session.Options.Threads, CancellationToken = cancellationToken };
        using var blocks = _session.RunInBlocks(query, cancellationToken);
        while (blocks.Next())
        {
            blocks.Integers(0, rowNumbers);
            Parallel.For(0, encoders.Length, options, i => blocks.Texts(i + 1, encoders[i]));
        }

        return Task.CompletedTask;
    }

    public override Task ExportAsync(string path, TableChanges changes, CancellationToken cancellationToken = default) =>
        DuckDbExport.WriteAsync(_session, this, path, changes, cancellationToken);

    public override ValueTask DisposeAsync() => _session.DisposeAsync();

    internal static ColumnKind Kind(string type) => type switch
    {
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" => ColumnKind.Integer,
        "FLOAT" or "DOUBLE" => ColumnKind.Number,
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => ColumnKind.Number,
        "VARCHAR" => ColumnKind.Text,
        "BOOLEAN" => ColumnKind.Boolean,
        "DATE" => ColumnKind.Date,
        "TIME" => ColumnKind.Time,
        _ when type.StartsWith("TIMESTAMP", StringComparison.Ordinal) => ColumnKind.Timestamp,
        _ => ColumnKind.Other,
    };
}
