using Assays.Reports;

namespace Assays.Cli;

/// <summary>Writes records to a CSV file, whole or not at all.</summary>
internal static class CsvFile
{
    public static Task WriteAsync(string path, IEnumerable<IEnumerable<string>> records, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(path, async stream =>
        {
            await using var csv = new CsvWriter(stream);
            foreach (var record in records) await csv.WriteAsync(record, cancellationToken);
        }, cancellationToken);
}
