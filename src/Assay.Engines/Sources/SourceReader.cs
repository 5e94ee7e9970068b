using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.DuckDb;

namespace Assays.Engines.Sources;

/// <summary>Reads one format: tells its files and makes of them the relation <see cref="Relation"/> in the session.</summary>
public abstract class SourceReader
{
    /// <summary>
    /// What every reader calls the table or view it makes. Its hidden column <c>rowid</c> is the 0-based record number in the source's order.
    /// </summary>
    public const string Relation = "source";

    /// <summary>The name of the format for messages.</summary>
    public abstract string Format { get; }

    /// <summary>Extensions by which a folder's files are told to hold data of this format.</summary>
    public abstract ImmutableArray<string> Extensions { get; }

    /// <summary>Whether the file is of this format: by its content wherever the format has a mark, else by its extension.</summary>
    public abstract bool Knows(SourceFile file);

    /// <summary>Makes the relation from a file of this format.</summary>
    /// <param name="session">Where the relation is made.</param>
    /// <param name="file">The file.</param>
    /// <param name="table">The table or sheet that was asked for inside the file, for formats that hold several.</param>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public abstract Task<Reading> ReadAsync(
        DuckDbSession session, SourceFile file, string? table, CancellationToken cancellationToken = default);

    /// <summary>For formats without tables inside: refuses the name of one.</summary>
    protected void RefuseTable(SourceFile file, string? table)
    {
        if (table is not null) throw new InputException($"'{file.Name}' is {Format} and holds one table; leave out '::{table}'.");
    }
}

/// <summary>What a reader made.</summary>
/// <param name="Columns">The columns with their names in the source.</param>
/// <param name="Structure">How the bytes became a table.</param>
public sealed record Reading(ImmutableArray<ReadColumn> Columns, Structure Structure);

/// <summary>A column as its reader found it.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Field">Its name in the relation.</param>
public readonly record struct ReadColumn(string Name, string Field);
