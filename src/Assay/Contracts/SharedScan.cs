using System.Collections.Immutable;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Contracts;

/// <summary>Answers many aggregates over a table in few scans; what is asked more than once is computed once.</summary>
internal sealed class SharedScan
{
    private const int AggregatesPerScan = 1_000;

    private readonly Table _table;
    private readonly Dictionary<string, object?> _answers;

    private SharedScan(Table table, Dictionary<string, object?> answers) => (_table, _answers) = (table, answers);

    public static async Task<SharedScan> RunAsync(Table table, IEnumerable<SqlText> aggregates, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var batch in aggregates.Select(a => (Sql: a, Key: table.Dialect.RenderInline(a))).DistinctBy(static a => a.Key).Chunk(AggregatesPerScan))
        {
            await foreach (var row in table.QueryAsync(table.Dialect.Aggregate(batch.Select(static a => a.Sql), table.Unnumbered), cancellationToken))
            {
                for (var i = 0; i < batch.Length; i++) answers[batch[i].Key] = row[i];
            }
        }

        return new(table, answers);
    }

    /// <summary>The answer to an aggregate that was asked.</summary>
    public object? this[SqlText aggregate] => _answers[_table.Dialect.RenderInline(aggregate)];

    /// <summary>The answers to aggregates that were asked.</summary>
    public ImmutableArray<object?> this[ImmutableArray<SqlText> aggregates] => [.. aggregates.Select(a => this[a])];
}
