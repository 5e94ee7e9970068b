using System.Globalization;
using Assays.Data;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>The suspicious cells as CSV, one line a cell, its most confident finding first.</summary>
public sealed class CellsReport : IReportFormat
{
    public string Name => "cells";

    public string Description => "Write the suspicious cells as CSV, or as Parquet by extension.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        await using var csv = new CsvWriter(stream);
        await csv.WriteAsync(["row", "column", "value", "finding", "detector", "confidence", "reason", "repair"], cancellationToken);
        foreach (var (finding, cell) in Lines(assessment))
        {
            await csv.WriteAsync(
                [
                    cell.Row.ToString(CultureInfo.InvariantCulture), cell.Column.Name, SpreadsheetText.Of(cell.Value), finding.Id, finding.Rule.Name,
                    cell.Confidence.ToString("0.####", CultureInfo.InvariantCulture), SpreadsheetText.Of(cell.Reason), SpreadsheetText.Of(cell.Repair?.Value),
                ],
                cancellationToken);
        }
    }

    /// <summary>The suspicious cells in the order of the source, each once.</summary>
    internal static IEnumerable<(Finding Finding, SuspectCell Cell)> Lines(Assessment assessment) => Discretion.Apply(assessment).Findings
        .SelectMany(static f => f.Cells.Where(static cell => cell.IsLikely).Select(cell => (Finding: f, Cell: cell)))
        .GroupBy(static line => (line.Cell.Row, line.Cell.Column.Ordinal))
        .OrderBy(static group => group.Key)
        .Select(static group => group.MaxBy(static line => line.Cell.Confidence));
}
