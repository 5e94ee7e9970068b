using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Measures;
using Assays.Sql;

namespace Assays.Engines;

/// <summary>An opened table: rows that stay where they are, and an engine that can be asked about them.</summary>
public abstract class Table : IAsyncDisposable
{
    /// <summary>Aggregates that one query may hold; a wide table's questions are split over several scans.</summary>
    private const int AggregatesPerScan = 500;

    public abstract Schema Schema { get; }
    public abstract Dialect Dialect { get; }

    /// <summary>How the source was read and what was wrong with its bytes.</summary>
    public abstract Structure Structure { get; }

    /// <summary>Rows of the table, counted when it was opened.</summary>
    public abstract long Rows { get; }

    /// <summary>What can be done with the table.</summary>
    public virtual Capabilities Capabilities => Capabilities.Local;

    /// <summary>What stands after FROM.</summary>
    public abstract SqlText From { get; }

    /// <summary>What stands after FROM where no row needs its number: an engine on many machines answers it on each of them.</summary>
    public virtual SqlText Unnumbered => From;

    /// <summary>What tells rows apart, as an expression: the 0-based record number in the source's order, or what <see cref="NumbersByPlace"/> says.</summary>
    public abstract SqlText RowNumber { get; }

    /// <summary>Whether a row's number is its place in the source's order; else it is a hash of its values, which rows that are alike share.</summary>
    public virtual bool NumbersByPlace => true;

    /// <summary>The source's order of the rows, as expressions.</summary>
    protected virtual SqlText Order => RowNumber;

    /// <summary>Runs a query and streams its rows; a missing value is null, all else is the engine's natural .NET value.</summary>
    public abstract IAsyncEnumerable<object?[]> QueryAsync(SqlText query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Draws a seeded random sample of at most <paramref name="maxRows"/> rows, in the source's order; all of them when there are no more.
    /// The same seed draws the same rows, whatever the number of threads.
    /// </summary>
    public virtual async Task<Sample> SampleAsync(int maxRows, int seed, CancellationToken cancellationToken = default)
    {
        var chosen = Rows <= maxRows ? SqlText.Of($"1 = 1") : Drawn((double)maxRows / Rows, seed);
        return await ReadAsync(chosen, maxRows, seed, cancellationToken);
    }

    /// <summary>The rows that a condition holds for, in the source's order, the first <paramref name="maxRows"/> of them.</summary>
    public Task<Sample> RowsAsync(SqlText condition, int maxRows, CancellationToken cancellationToken = default) => ReadAsync(condition, maxRows, seed: 0, cancellationToken);

    private async Task<Sample> ReadAsync(SqlText chosen, int maxRows, int seed, CancellationToken cancellationToken)
    {
        var rowNumbers = new List<long>();
        var columns = ImmutableArray.CreateBuilder<SampledColumn>(Schema.Columns.Length);
        foreach (var batch in Schema.Columns.Chunk(ColumnsPerQuery))
        {
            var texts = SqlText.Join(", ", batch.Select(static c => SqlText.Call(SqlFunction.Text, SqlText.Of($"{c}"))));
            var encoders = batch.Select(static c => new ColumnEncoder(c)).ToArray();
            rowNumbers.Clear();
            var query = SqlText.Of($"SELECT CAST({RowNumber} AS BIGINT), {texts} FROM {From} WHERE {chosen} ORDER BY {Order} LIMIT {maxRows}");
            await ReadAsync(query, rowNumbers, encoders, cancellationToken);
            columns.AddRange(encoders.Select(static e => e.Encode()));
        }

        return new(Schema, columns.MoveToImmutable(), [.. rowNumbers], Rows, seed) { KeepsCopies = !NumbersByPlace };
    }

    /// <summary>Reads the answer to a query of a sample: the row's number and the texts of some columns.</summary>
    protected virtual async Task ReadAsync(SqlText query, List<long> rowNumbers, ColumnEncoder[] encoders, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rowNumbers);
        ArgumentNullException.ThrowIfNull(encoders);
        await foreach (var row in QueryAsync(query, cancellationToken))
        {
            rowNumbers.Add((long)row[0]!);
            for (var i = 0; i < encoders.Length; i++) encoders[i].Add((string?)row[i + 1]);
        }
    }

    /// <summary>Columns whose values one query brings into the process.</summary>
    protected internal virtual int ColumnsPerQuery => int.MaxValue;

    /// <summary>
    /// The condition that draws a share of the rows, 0 to 1. The row's number, moved along by the seed, goes through x⁵ modulo the prime 2³¹ − 1: a
    /// permutation, as 5 does not divide the prime less one, and whole numbers all the way, so that every engine draws the same rows.
    /// </summary>
    private SqlText Drawn(double share, int seed)
    {
        const long Prime = int.MaxValue;
        var start = (seed % Prime + Prime) * 16_807 % Prime;
        var moved = SqlText.Of($"(({RowNumber} % {Prime} * 48271 + {start}) % {Prime})");
        var square = SqlText.Of($"({moved} * {moved} % {Prime})");
        return SqlText.Of($"{square} * {square} % {Prime} * {moved} % {Prime} < {(long)(share * Prime)}");
    }

    /// <summary>
    /// Writes a copy of the table with changes to a new file; the extension tells the format: csv, tsv, parquet, json or ndjson.
    /// The file is whole or absent.
    /// </summary>
    /// <exception cref="InputException">The extension is unknown or the file cannot be written.</exception>
    public abstract Task ExportAsync(string path, TableChanges changes, CancellationToken cancellationToken = default);

    /// <summary>Answers all measures in as few scans as the number of aggregates allows.</summary>
    public async Task<Survey> SurveyAsync(IEnumerable<Measure> measures, CancellationToken cancellationToken = default)
    {
        var survey = Survey.Empty(Schema);
        var batch = new List<Measure>();
        var width = 0;
        foreach (var measure in measures.Distinct())
        {
            batch.Add(measure);
            width += measure.Aggregates.Length;
            if (width < AggregatesPerScan) continue;
            survey = await AnswerAsync(survey, batch, cancellationToken);
            batch.Clear();
            width = 0;
        }

        return batch.Count == 0 ? survey : await AnswerAsync(survey, batch, cancellationToken);
    }

    public abstract ValueTask DisposeAsync();

    private async Task<Survey> AnswerAsync(Survey survey, List<Measure> batch, CancellationToken cancellationToken)
    {
        object?[] cells = [];
        await foreach (var row in QueryAsync(Dialect.Aggregate(batch.SelectMany(static m => m.Aggregates), Unnumbered), cancellationToken))
        {
            cells = row;
        }

        var at = 0;
        foreach (var measure in batch)
        {
            survey = survey.With(measure, measure.ReadState(new(cells.AsSpan(at, measure.Aggregates.Length))));
            at += measure.Aggregates.Length;
        }

        return survey;
    }
}
