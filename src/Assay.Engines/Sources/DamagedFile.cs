using Assays.Data;
using Assays.Engines.DuckDb;
using DuckDB.NET.Data;

namespace Assays.Engines.Sources;

/// <summary>Runs a library's parser over bytes that nobody vouches for. Whatever it trips over is the file's fault and becomes one line.</summary>
internal static class DamagedFile
{
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static async Task<T> GuardAsync<T>(SourceFile file, string format, Func<Task<T>> read)
    {
#pragma warning disable CA1031 // parsers of binary formats document none of what they throw at damaged files
        try
        {
            return await read();
        }
        catch (Exception error) when (error is not (InputException or OperationCanceledException or DuckDBException))
        {
            throw new InputException($"'{file.Name}' cannot be read as {format}: {DuckDbTrouble.OneLine(error.Message)}", error);
        }
#pragma warning restore CA1031
    }
}
