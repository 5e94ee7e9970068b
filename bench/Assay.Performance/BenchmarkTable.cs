using System.Globalization;
using DuckDB.NET.Data;

namespace Assays.Performance;

/// <summary>Makes the tables that speed is measured on, with fixed seeds, by SQL.</summary>
internal static class BenchmarkTable
{
    /// <summary>20 columns: eight normal numbers, four integers, four categories, a date, a text, an id and a label; some gaps.</summary>
    public static async Task<string> MakeAsync(string folder, long rows)
    {
        var path = Path.Combine(folder, $"t{rows.ToString(CultureInfo.InvariantCulture)}.csv");
        if (File.Exists(path)) return path;
        // Box and Muller's transform of two hashes makes a normal number of a row and a column.
        static string Uniform(int column) => $"(hash(i * 64 + {column}) % 1000003 + 1) / 1000004.0";
        static string Normal(int column) => $"sqrt(-2 * ln({Uniform(column)})) * cos(2 * pi() * {Uniform(column + 32)})";
        var numbers = Enumerable.Range(0, 8).Select(k => (k, Sql: $"round({k} + (1 + {k} / 3.0) * {Normal(k)}, 4)"))
            .Select(c => c.k == 2 ? $"CASE WHEN {Uniform(20)} >= 0.03 THEN {c.Sql} END AS num2" : $"{c.Sql} AS num{c.k}");
        var integers = Enumerable.Range(0, 4).Select(k => $"hash(i * 64 + {8 + k}) % {Math.Pow(10, k + 1)}::BIGINT AS int{k}");
        int[] sizes = [2, 5, 20, 100];
        var categories = sizes.Select((n, k) => (k, Sql: $"'c' || hash(i * 64 + {12 + k}) % {n}"))
            .Select(c => c.k == 2 ? $"CASE WHEN {Uniform(21)} >= 0.05 THEN {c.Sql} END AS cat2" : $"{c.Sql} AS cat{c.k}");
        var rest = new[]
        {
            "DATE '2020-01-01' + (hash(i * 64 + 16) % 2000)::INTEGER AS date",
            "'word' || hash(i * 64 + 17) % 5000 || ' lorem ipsum ' || hash(i * 64 + 17) % 5000 % 97 || ' dolor' AS text",
            "i AS id",
            $"CAST({Normal(0)} + 0.5 * {Normal(1)} + {Normal(18)} > 0 AS INTEGER) AS label",
        };
        await RunAsync($"COPY (SELECT {string.Join(", ", [.. numbers, .. integers, .. categories, .. rest])} FROM range({rows}) AS r(i)) TO '{path}' (HEADER)");
        return path;
    }

    /// <summary>A wide table of numbers and categories.</summary>
    public static async Task<string> MakeWideAsync(string folder, int rows, int columns)
    {
        var path = Path.Combine(folder, $"wide{columns}.csv");
        if (File.Exists(path)) return path;
        var list = Enumerable.Range(0, columns).Select(k => k % 4 == 0 ? $"'v' || hash(i * 4096 + {k}) % 7 AS c{k}" : $"round(hash(i * 4096 + {k}) % 100000 / 97.0, 2) AS c{k}");
        await RunAsync($"COPY (SELECT {string.Join(", ", list)} FROM range({rows}) AS r(i)) TO '{path}' (HEADER)");
        return path;
    }

    /// <summary>Columns of texts that hardly come back.</summary>
    public static async Task<string> MakeRareAsync(string folder, long rows, int columns)
    {
        var path = Path.Combine(folder, $"rare{columns}.csv");
        if (File.Exists(path)) return path;
        var list = Enumerable.Range(0, columns).Select(k => $"md5((i * 16 + {k})::VARCHAR) AS c{k}");
        await RunAsync($"COPY (SELECT {string.Join(", ", list)} FROM range({rows}) AS r(i)) TO '{path}' (HEADER)");
        return path;
    }

    /// <summary>A thousand rows, of which one has a field of a gigabyte.</summary>
    public static async Task<string> MakeHugeFieldAsync(string folder)
    {
        const int Rows = 1_000;
        var path = Path.Combine(folder, "field.csv");
        if (File.Exists(path)) return path;
        await using var file = File.CreateText(path);
        await file.WriteAsync("id,text,amount\n");
        var words = string.Concat(Enumerable.Repeat("lorem ipsum dolor, sit\n", 4096));
        for (var row = 0; row < Rows; row++)
        {
            await file.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{row},\"short {row}"));
            for (var written = 0L; row == Rows / 2 && written < 1L << 30; written += words.Length) await file.WriteAsync(words);
            await file.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"\",{3 * row}\n"));
        }

        return path;
    }

    private static async Task RunAsync(string sql)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made above, from numbers only
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
