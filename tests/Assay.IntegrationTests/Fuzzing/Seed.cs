using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Assays.Data;
using Assays.Tests.Engines.Sources;
using Microsoft.Data.Sqlite;

namespace Assays.IntegrationTests.Fuzzing;

/// <summary>The sound files that are damaged: one small table of mixed types, in every format.</summary>
internal static class Seed
{
    private const int Rows = 40;

    /// <returns>The path of a file of the kind: csv, tsv, json, ndjson, parquet, xlsx, arrow or db.</returns>
    public static async Task<string> WriteAsync(string folder, string kind)
    {
        var csv = Path.Combine(folder, "seed.csv");
        await File.WriteAllLinesAsync(csv, Lines());
        if (kind == "csv") return csv;
        var path = Path.Combine(folder, $"seed.{kind}");
        switch (kind)
        {
            case "xlsx": await File.WriteAllBytesAsync(path, Workbook.Of(("Sheet", [.. Cells().Select(static row => row.Select(static string? (cell) => Workbook.Text(cell)).ToArray())], "visible", ""))); break;
            case "arrow": await WriteArrowAsync(path); break;
            case "db": WriteSqlite(path); break;
            default: await ExportAsync(csv, path); break;
        }

        return path;
    }

    private static async Task ExportAsync(string csv, string path)
    {
        await using var table = await Assay.OpenAsync(new Source.Files(csv));
        await table.ExportAsync(path, Engines.TableChanges.None);
    }

    private static async Task WriteArrowAsync(string path)
    {
        var rows = Cells().ToArray();
        var batch = new RecordBatch.Builder();
        for (var column = 0; column < rows[0].Length; column++) batch.Append(rows[0][column], true, new StringArray.Builder().AppendRange(rows.Skip(1).Select(row => row[column])).Build());
        using var built = batch.Build();
        await using var file = File.Create(path);
        using var writer = new ArrowFileWriter(file, built.Schema);
        await writer.WriteRecordBatchAsync(built);
        await writer.WriteEndAsync();
    }

    private static void WriteSqlite(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE seed(id INTEGER, name, \"when\", amount REAL, agreed, more)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO seed VALUES ($0, $1, $2, $3, $4, $5)";
        foreach (var row in Cells().Skip(1))
        {
            command.Parameters.Clear();
            for (var column = 0; column < row.Length; column++) command.Parameters.AddWithValue(FormattableString.Invariant($"${column}"), row[column]);
            command.ExecuteNonQuery();
        }
    }

    private static IEnumerable<string> Lines() => Cells().Select(static row => string.Join(',', row.Select(static cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell)));

    /// <summary>The header and the rows.</summary>
    private static IEnumerable<string[]> Cells() =>
        Enumerable.Range(0, Rows).Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i}|Müller, {(char)('A' + i % 5)}.|2024-0{1 + i % 9}-1{i % 10}|{i * 1.25}|{(i % 7 == 0 ? "" : "yes")}|{{\"a\": {i}}}").Split('|'))
            .Prepend(["id", "name", "when", "amount", "agreed", "more"]);
}
