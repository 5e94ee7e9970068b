using System.Globalization;
using System.Text;
using Assays.Performance;
using DuckDB.NET.Data;

namespace Assays.EnginesBench;

/// <summary>How time and memory grow with a Parquet file, within a limit of 2 GB.</summary>
internal static class Growth
{
    private const int Bar = 50;

    public static async Task<string> MeasureAsync(long most)
    {
        var folder = Directory.CreateTempSubdirectory("assay-engines-");
        try
        {
            var measured = new List<(long Rows, double Gigabytes, Measured Cost)>();
            for (var rows = most / 100; rows <= most; rows *= 10)
            {
                var path = Path.Combine(folder.FullName, $"{rows}.parquet");
                await MakeAsync(path, rows);
                var cost = await Measured.OfAsync(Path.Combine(AppContext.BaseDirectory, "assay"), ["profile", path, "-o", Path.Combine(folder.FullName, "base.assay.json"), "--memory", "2GB", "--threads", "2"]);
                measured.Add((rows, new FileInfo(path).Length / 1e9, cost));
                Console.Error.WriteLine($"{rows}: {cost}");
                File.Delete(path);
            }

            return Write(measured);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(List<(long Rows, double Gigabytes, Measured Cost)> measured)
    {
        var text = new StringBuilder(
            """
            ## Growth

            `assay profile table.parquet --memory 2GB --threads 2` of 20 columns; DuckDB reads the file where it lies. The aim is time in proportion to the rows, within the limit.

            | rows | file, GB | seconds | CPU s | microseconds a row | peak MB |
            | --: | --: | --: | --: | --: | --: |

            """);
        foreach (var (rows, gigabytes, cost) in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {rows:#,0} | {gigabytes:0.00} | {cost.Wall:0.0} | {cost.Cpu:0.0} | {1e6 * cost.Wall / rows:0.00} | {cost.PeakInMegabytes:#,0} |\n");
        }

        text.Append("\nSeconds, each step of rows ten times the one above; a bar ten times as long is in proportion.\n\n```text\n");
        foreach (var (rows, _, cost) in measured)
        {
            var length = Math.Max(1, (int)Math.Round(Bar * cost.Wall / measured[^1].Cost.Wall));
            text.Append(CultureInfo.InvariantCulture, $"{rows,13:#,0} {new string('#', length)} {cost.Wall:0.0}\n");
        }

        return text.Append("```\n").ToString();
    }

    private static async Task MakeAsync(string path, long rows)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:;threads=2");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made here, from numbers only
        command.CommandText = $"COPY ({BenchTable.DuckDb(rows)}) TO '{path}' (FORMAT parquet)";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
