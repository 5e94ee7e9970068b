using Assays.Data;
using Assays.Engines.Sources;
using DuckDB.NET.Data;

namespace Assays.Engines.DuckDb;

/// <summary>Opens sources with the DuckDB inside this process.</summary>
/// <param name="standardInput">Where the bytes of <see cref="Source.StandardInput"/> come from; the process's own by default.</param>
/// <param name="web">What fetches <see cref="Source.Web"/>.</param>
public sealed class DuckDbEngine(Func<Stream>? standardInput = null, HttpClient? web = null) : Engine
{
    private static readonly HttpClient Web = new() { Timeout = TimeSpan.FromMinutes(30) };

    public override bool Knows(Source source) => true;

    public override async Task<Table> OpenAsync(Source source, EngineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var session = await DuckDbSession.OpenAsync(options, cancellationToken);
        try
        {
            return await OpenAsync(session, source, cancellationToken);
        }
        catch (DuckDBException error)
        {
            await session.DisposeAsync();
            throw new InputException($"{source.Name} cannot be read: {DuckDbTrouble.OneLine(error.Message)}", error);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private async Task<DuckDbTable> OpenAsync(DuckDbSession session, Source source, CancellationToken cancellationToken)
    {
        var finder = new SourceFinder(session, standardInput ?? Console.OpenStandardInput, web ?? Web);
        var files = await finder.FindAsync(source, cancellationToken);
        var reader = SourceCatalog.ReaderOf(files[0]);
        var reading = await reader.ReadAsync(session, files, (source as Source.Files)?.Table, cancellationToken);
        return await DuckDbTable.OpenAsync(session, SourceReader.Relation, reading, cancellationToken);
    }
}
