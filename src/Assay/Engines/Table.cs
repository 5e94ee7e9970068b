using System.Collections.Immutable;
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

    /// <summary>What stands after FROM.</summary>
    public abstract SqlText From { get; }

    /// <summary>The 0-based record number of a row in the source's order, as an expression.</summary>
    public abstract SqlText RowNumber { get; }

    /// <summary>Runs a query and streams its rows; a missing value is null, all else is the engine's natural .NET value.</summary>
    public abstract IAsyncEnumerable<object?[]> QueryAsync(SqlText query, CancellationToken cancellationToken = default);

    /// <summary>
    /// Draws a seeded random sample of at most <paramref name="maxRows"/> rows, in the source's order; all of them when there are no more.
    /// The same seed draws the same rows, whatever the number of threads.
    /// </summary>
    public abstract Task<Sample> SampleAsync(int maxRows, int seed, CancellationToken cancellationToken = default);

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
        var aggregates = SqlText.Join(", ", batch.SelectMany(static m => m.Aggregates));
        object?[] cells = [];
        await foreach (var row in QueryAsync(SqlText.Of($"SELECT {aggregates} FROM {From}"), cancellationToken))
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
