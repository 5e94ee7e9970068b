using System.Collections.Immutable;
using Assays.Engines.ClickHouse;
using Assays.Engines.DuckDb;
using Assays.Engines.Postgres;

namespace Assays.Engines;

/// <summary>Every engine; the first that knows a source opens it.</summary>
public static class EngineCatalog
{
    public static ImmutableArray<Engine> All { get; } = [new PostgresEngine(), new ClickHouseEngine(), new DuckDbEngine()];
}
