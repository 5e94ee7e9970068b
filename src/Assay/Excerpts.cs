using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Reports;
using Assays.Sql;

namespace Assays;

/// <summary>
/// Collects the rows that the findings are about, whole, so that reports can show each cell in its context: from the
/// sample where it holds the row, else from the engine.
/// </summary>
public static class Excerpts
{
    public const int MaxRows = 300;

    /// <summary>The first rows of the table, which show a reader what it is.</summary>
    public const int FirstRows = 5;

    /// <summary>Wide tables get fewer rows; what is shown of one row is bounded anyway.</summary>
    private const int MaxCells = 100_000;

    /// <summary>Longer texts are cut: a context is looked at, not read.</summary>
    private const int MaxLength = 500;

    /// <param name="findings">The most harmful first; they get their rows first.</param>
    public static async Task<Excerpt> CollectAsync(
        Table table, Sample sample, ImmutableArray<Finding> findings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(sample);
        var rows = ImmutableSortedDictionary.CreateBuilder<long, ImmutableArray<string?>>();
        var elsewhere = new List<long>();
        foreach (var row in First(table, sample).Concat(findings.SelectMany(static f => f.RowsToShow)).Distinct().Take(Limit(table.Schema)))
        {
            var at = sample.RowNumbers.IndexOf(row);
            if (at >= 0) rows[row] = [.. sample.Columns.Select(column => Cut(column[at]))];
            else elsewhere.Add(row);
        }

        if (elsewhere.Count > 0) rows.AddRange(await FetchAsync(table, elsewhere, cancellationToken));
        return new(rows.ToImmutable());
    }

    private static IEnumerable<long> First(Table table, Sample sample) => table.NumbersByPlace
        ? Enumerable.Range(0, (int)Math.Min(FirstRows, table.Rows)).Select(static row => (long)row)
        : sample.RowNumbers[..Math.Min(FirstRows, sample.Rows)].ToArray();

    private static int Limit(Schema schema) => Math.Max(FirstRows, Math.Min(MaxRows, MaxCells / Math.Max(1, schema.Columns.Length)));

    private static async Task<IEnumerable<KeyValuePair<long, ImmutableArray<string?>>>> FetchAsync(Table table, List<long> wanted, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<long, ImmutableArray<string?>>();
        var numbers = SqlText.Join(", ", wanted.Select(static row => SqlText.Of($"{row}")));
        foreach (var columns in table.Schema.Columns.Chunk(table.ColumnsPerQuery))
        {
            var texts = SqlText.Join(", ", columns.Select(static c => SqlText.Call(SqlFunction.Text, SqlText.Of($"{c}"))));
            var query = SqlText.Of($"SELECT {table.RowNumber}, {texts} FROM {table.From} WHERE {table.RowNumber} IN ({numbers}) ORDER BY {table.RowNumber}");
            await foreach (var row in table.QueryAsync(query, cancellationToken))
            {
                var number = Convert.ToInt64(row[0], CultureInfo.InvariantCulture);
                rows[number] = [.. rows.GetValueOrDefault(number, []), .. row.Skip(1).Select(static text => Cut((string?)text))];
            }
        }

        return rows;
    }

    private static string? Cut(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "…");
    }
}
