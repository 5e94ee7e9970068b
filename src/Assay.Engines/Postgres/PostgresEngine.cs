using Assays.Data;

namespace Assays.Engines.Postgres;

/// <summary>Opens tables and queries of PostgreSQL servers.</summary>
public sealed class PostgresEngine : Engine
{
    public override bool Knows(Source source) => (source is Source.Query query ? query.Over : source) is Source.Server { Address.Scheme: "postgres" or "postgresql" };

    public override async Task<Table> OpenAsync(Source source, EngineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var server = source as Source.Server ?? (Source.Server)((Source.Query)source).Over;
        var session = await PostgresSession.OpenAsync(server, source is Source.Query, options, cancellationToken);
        try
        {
            return await PostgresTable.OpenAsync(session, await RelationAsync(session, source, server, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is not (InputException or EngineException or OperationCanceledException))
        {
            await session.DisposeAsync();
            throw session.Trouble.OfReading(error, cancellationToken);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static async Task<PostgresRelation> RelationAsync(PostgresSession session, Source source, Source.Server server, CancellationToken cancellationToken)
    {
        var query = source as Source.Query;
        var named = server.Table ?? (query is null ? await PostgresRelation.OnlyAsync(session, server, cancellationToken) : null);
        var table = named is null ? null : await PostgresRelation.FindAsync(session, server, named, cancellationToken);
        return query is null ? table! : PostgresRelation.OfQuery(query.Sql, table);
    }
}
