using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Engines;

/// <summary>Opens sources of the kinds it knows.</summary>
public abstract class Engine
{
    public abstract bool Knows(Source source);

    /// <summary>Opens a table for reading.</summary>
    /// <exception cref="InputException">The source cannot be read; the message says why and what to do.</exception>
    public abstract Task<Table> OpenAsync(Source source, EngineOptions options, CancellationToken cancellationToken = default);

    /// <summary>The files that a source is read from, as they are now; none where it is not of local files, or a query of them.</summary>
    /// <exception cref="InputException">There is nothing to read.</exception>
    public virtual ImmutableArray<FileMark> FilesOf(Source source) => [];
}

/// <summary>What an engine may use.</summary>
/// <param name="Threads">Threads at most.</param>
/// <param name="MemoryInBytes">Memory for the engine at most; it spills to disk beyond.</param>
public sealed record EngineOptions(int Threads, long MemoryInBytes)
{
    /// <summary>How long one query on a server may take. Queries in this process are not limited.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);
}
