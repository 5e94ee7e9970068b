using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Profiling;
using DuckDB.NET.Data;

namespace Assays.Performance;

/// <summary>The jobs that are measured in processes of their own.</summary>
internal static class Jobs
{
    /// <summary>The yardstick: DuckDB's own SUMMARIZE straight from the file.</summary>
    public static async Task<int> SummarizeAsync(string path, int threads)
    {
        await using var connection = new DuckDBConnection($"DataSource=:memory:;threads={threads}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SUMMARIZE SELECT * FROM read_csv_auto('{path}')";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        while (await reader.ReadAsync()) rows++;
        return rows > 0 ? 0 : 1;
    }

    /// <summary>Opening, sampling and profiling, without checks and reports.</summary>
    public static async Task<int> ProfileAsync(string path, int threads)
    {
        var options = new CheckOptions { Threads = threads };
        await using var table = await new DuckDbEngine().OpenAsync(Source.Parse(path), new(threads, options.MemoryInBytes));
        var sample = await table.SampleAsync(Checkup.SampleSize(table.Schema, options), 0);
        var profile = await Profiler.ProfileAsync(table, sample, options.Threads);
        return profile.Rows > 0 ? 0 : 1;
    }
}
