using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Sql;

namespace Assays.Engines.Sources;

/// <summary>One file of several that make a table.</summary>
/// <param name="File">The file.</param>
/// <param name="Relation">Its relation in the session.</param>
/// <param name="Reading">What its reader found.</param>
/// <param name="Columns">Its columns with their types.</param>
/// <param name="Offset">Record numbers before its first.</param>
/// <param name="Rows">Record numbers that it takes, gaps among them.</param>
internal sealed record SourcePart(
    SourceFile File, string Relation, Reading Reading, ImmutableArray<PartColumn> Columns, long Offset, long Rows)
{
    private readonly Dictionary<(string, int), PartColumn> _index = Columns.ToDictionary(static c => c.Key);

    public PartColumn? Find((string Name, int Again) key) => _index.GetValueOrDefault(key);

    /// <summary>Sets aside what a reader made.</summary>
    public static async Task<SourcePart> OfAsync(
        DuckDbSession session, SourceFile file, Reading reading, int number, long offset, CancellationToken cancellationToken)
    {
        var relation = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"assay:part{number}");
        await session.RenameAsync(SourceReader.Relation, relation, cancellationToken);
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var row in session.QueryAsync(SqlText.Of($"DESCRIBE {SqlText.Name(relation)}"), cancellationToken))
        {
            types[(string)row[0]!] = (string)row[1]!;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var columns = ImmutableArray.CreateBuilder<PartColumn>(reading.Columns.Length);
        foreach (var column in reading.Columns)
        {
            var again = seen.GetValueOrDefault(column.Name);
            seen[column.Name] = again + 1;
            columns.Add(new((column.Name, again), column.Field, types[column.Field]));
        }

        var rows = await session.AskAsync<long>(SqlText.Of($"SELECT coalesce(max(rowid), -1) + 1 FROM {SqlText.Name(relation)}"), cancellationToken);
        return new(file, relation, reading, columns.MoveToImmutable(), offset, rows);
    }
}

/// <summary>A column of one file.</summary>
/// <param name="Key">Its name, and how often that name stands before it in the same file.</param>
/// <param name="Field">Its name in the part's relation.</param>
/// <param name="Type">Its SQL type.</param>
internal sealed record PartColumn((string Name, int Again) Key, string Field, string Type);
