using Assays.Reports;
using Assays.Sql;

namespace Assays.Engines.DuckDb;

/// <summary>
/// The suspicious cells as Parquet, with the columns of the CSV. Here a missing value and a repair that is not proposed are NULL, and an
/// empty repair proposes to make the cell missing.
/// </summary>
public sealed class CellsParquet : IReportFormat
{
    private const int RowsPerInsert = 500;

    public string Name => "cells";

    public string Description => "Write the suspicious cells as Parquet.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        await using var session = await DuckDbSession.OpenAsync(new(1, 200L << 20), cancellationToken);
        await session.ExecuteAsync(
            SqlText.Of($"CREATE TABLE cells (\"row\" BIGINT, \"column\" VARCHAR, value VARCHAR, finding VARCHAR, detector VARCHAR, confidence DOUBLE, reason VARCHAR, repair VARCHAR)"),
            cancellationToken);
        foreach (var batch in CellsReport.Lines(assessment).Chunk(RowsPerInsert))
        {
            var rows = SqlText.Join(", ", batch.Select(static line => SqlText.Of(
                $"({line.Cell.Row}, {Valid(line.Cell.Column.Name)}, {Valid(line.Cell.Value)}, {Valid(line.Finding.Id)}, {line.Finding.Rule.Name}, {Math.Round(line.Cell.Confidence, 4)}, {Valid(line.Cell.Reason)}, {Valid(Repair(line.Cell))})")));
            await session.ExecuteAsync(SqlText.Of($"INSERT INTO cells VALUES {rows}"), cancellationToken);
        }

        var file = session.NewFile(".parquet");
        await session.ExecuteAsync(SqlText.Of($"COPY cells TO {file} (FORMAT parquet)"), cancellationToken);
        await using var written = File.OpenRead(file);
        await written.CopyToAsync(stream, cancellationToken);
    }

    private static string? Repair(Findings.SuspectCell cell) => cell.Repair is { } repair ? repair.Value ?? "" : null;

    /// <summary>Text as Parquet can hold it: characters whole, and none that ends a text in other systems.</summary>
    private static string? Valid(string? text)
    {
        if (text is null || !text.Any(static c => c == '\0' || char.IsSurrogate(c))) return text;
        return string.Concat(text.EnumerateRunes().Select(static rune => rune.Value == 0 ? "\u2400" : rune.ToString()));
    }
}
