using System.Globalization;
using Assays.Data;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Assays.Engines.DuckDb;

/// <summary>Tells what an error of DuckDB means for the person who called: their input, their limits, their own cancellation, or a fault of ours.</summary>
internal static class DuckDbTrouble
{
    private const int LongestMessage = 300;

    /// <param name="error">The error, with the engine's message.</param>
    /// <param name="kind">The engine's kind of error.</param>
    /// <param name="session">Where it came up.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static Exception Of(Exception error, DuckDBErrorType kind, DuckDbSession session, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return new OperationCanceledException(cancellationToken);
        if (kind == DuckDBErrorType.OutOfMemory)
        {
            return new InputException(string.Create(CultureInfo.InvariantCulture, $"The table does not fit into {session.Options.MemoryInBytes >> 20} MiB; give more memory (--memory)."), error);
        }

        if (session.ReadsFrom is { } file && kind is DuckDBErrorType.Invalid or DuckDBErrorType.InvalidInput or DuckDBErrorType.Io or DuckDBErrorType.Serialization)
        {
            return new InputException($"'{file}' is damaged: {OneLine(error.Message)}", error);
        }

        return error;
    }

    /// <summary>Whether the data are to blame, and not a statement that we wrote.</summary>
    public static bool IsOfTheData(DuckDBException error) => error.ErrorType is not (
        DuckDBErrorType.Parser or DuckDBErrorType.Binder or DuckDBErrorType.Catalog or DuckDBErrorType.Syntax);

    /// <summary>The first line of an engine's message, without its label.</summary>
    public static string OneLine(string message)
    {
        var line = message.AsSpan().Trim();
        var end = line.IndexOfAny('\n', '\r');
        if (end >= 0) line = line[..end];
        var label = line.IndexOf(" Error: ", StringComparison.Ordinal);
        if (label is >= 0 and < 40) line = line[(label + 8)..];
        return line.Length <= LongestMessage ? line.ToString() : $"{line[..LongestMessage]}…";
    }
}
