using System.Globalization;
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
                    cell.Row.ToString(CultureInfo.InvariantCulture), cell.Column.Name, Neutral(cell.Value), finding.Id, finding.Rule.Name,
                    cell.Confidence.ToString("0.####", CultureInfo.InvariantCulture), Neutral(cell.Reason), Neutral(cell.Repair?.Value),
                ],
                cancellationToken);
        }
    }

    /// <summary>The suspicious cells in the order of the source, each once.</summary>
    internal static IEnumerable<(Finding Finding, SuspectCell Cell)> Lines(Assessment assessment) => Discretion.Apply(assessment).Findings
        .SelectMany(static f => f.Cells.Select(cell => (Finding: f, Cell: cell)))
        .GroupBy(static line => (line.Cell.Row, line.Cell.Column.Ordinal))
        .OrderBy(static group => group.Key)
        .Select(static group => group.MaxBy(static line => line.Cell.Confidence));

    /// <summary>
    /// A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets take for "this is text". Plain
    /// numbers stay as they are, and so does the name of the column, by which programs match the source.
    /// </summary>
    private static string Neutral(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"'{text}" : text ?? "";
}
