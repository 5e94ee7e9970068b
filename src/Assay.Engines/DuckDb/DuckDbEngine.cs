using System.Collections.Immutable;
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

    public override bool Knows(Source source) => source is not (Source.Server or Source.Query { Over: Source.Server });

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

    public override ImmutableArray<FileMark> FilesOf(Source source) => source is Source.Files files ? SourceFinder.MarksOf(files) : [];

    private async Task<DuckDbTable> OpenAsync(DuckDbSession session, Source source, CancellationToken cancellationToken)
    {
        if (source is not Source.Query query)
        {
            return await DuckDbTable.OpenAsync(session, SourceReader.Relation, await ReadAsync(session, source, cancellationToken), cancellationToken);
        }

        if (query.Over is Source.Query) throw new InputException("A query must be over a table, not over another query.");
        var over = await ReadAsync(session, query.Over, cancellationToken);
        var reading = await QueryRelation.MakeAsync(session, query.Sql, over, cancellationToken);
        return await DuckDbTable.OpenAsync(session, QueryRelation.Name, reading, cancellationToken);
    }

    private async Task<Reading> ReadAsync(DuckDbSession session, Source source, CancellationToken cancellationToken)
    {
        var finder = new SourceFinder(session, standardInput ?? Console.OpenStandardInput, web ?? Web);
        var files = await finder.FindAsync(source, cancellationToken);
        var table = source switch
        {
            Source.Files named when !File.Exists(named.Name) => named.Table,
            Source.Web page => page.Table,
            _ => null,
        };
        return await SourceFolder.ReadAsync(session, files, table, cancellationToken);
    }
}
