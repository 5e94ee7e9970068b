using Assays.Data;

namespace Assays.Engines.ClickHouse;

/// <summary>Opens tables and queries of ClickHouse servers and, by their Distributed tables, of whole clusters.</summary>
public sealed class ClickHouseEngine : Engine
{
    public override bool Knows(Source source) => (source is Source.Query query ? query.Over : source) is Source.Server { Address.Scheme: "clickhouse" };

    public override async Task<Table> OpenAsync(Source source, EngineOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var query = source as Source.Query;
        var server = (Source.Server)(query?.Over ?? source);
        if (query is not null && server.Table is not null) throw new InputException("A query on ClickHouse names its tables itself; leave ?table= out of the address.");

        var session = new ClickHouseSession(server, query is not null, options);
        try
        {
            await session.GreetAsync(cancellationToken);
            var relation = query is null ? await ClickHouseRelation.FindAsync(session, server, cancellationToken) : ClickHouseRelation.OfQuery(query.Sql);
            return await ClickHouseTable.OpenAsync(session, relation, cancellationToken);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
