using System.Collections.Immutable;
using Assays.Data;
using Assays.History;

namespace Assays;

/// <summary>Where the runs over a table's versions are kept: a folder with a file for each run, or a SQLite file with a row for each.</summary>
public abstract class RunStore
{
    private static readonly string[] DatabaseExtensions = [".db", ".sqlite", ".sqlite3"];

    /// <summary>The store at a path, which need not be there yet.</summary>
    /// <exception cref="InputException">The path is a file that is no store.</exception>
    public static RunStore At(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (DatabaseExtensions.Contains(Path.GetExtension(path).ToLowerInvariant()) && !Directory.Exists(path)) return new SqliteRunStore(path);
        return File.Exists(path) ? throw new InputException($"'{path}' is a file; a history is a folder or a SQLite file named *.db.") : new FolderRunStore(path);
    }

    /// <summary>The latest runs that are kept, in any order.</summary>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public abstract Task<ImmutableArray<Run>> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Keeps a run.</summary>
    /// <exception cref="InputException">The store cannot be written.</exception>
    public abstract Task AddAsync(Run run, CancellationToken cancellationToken = default);
}
