using Assays.Data;
using DuckDB.NET.Data;

namespace Assays.Engines.DuckDb;

/// <summary>The rows of one query, read forward; cancelling interrupts the query inside the engine.</summary>
internal sealed class DuckDbResult(
    DuckDbSession session, DuckDBCommand command, DuckDBDataReader reader, CancellationTokenRegistration interruption, CancellationToken cancellationToken) : IAsyncDisposable
{
    public int Fields { get; } = reader.FieldCount;

    public bool Read()
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return reader.Read();
        }
        catch (DuckDBException error)
        {
            throw DuckDbTrouble.Of(error, error.ErrorType, session, cancellationToken);
        }
    }

    /// <summary>The engine's natural .NET value; null where it is missing.</summary>
    public object? Value(int field) => reader.IsDBNull(field) ? null : reader.GetValue(field);

    public async ValueTask DisposeAsync()
    {
        await interruption.DisposeAsync();
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }
}
