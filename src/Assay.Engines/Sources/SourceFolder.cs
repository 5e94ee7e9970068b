using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Sql;

namespace Assays.Engines.Sources;

/// <summary>Reads the files of a source as one table: their columns are put together by name, their records one behind the other.</summary>
internal static class SourceFolder
{
    private const int MaxFiles = 1_000;

    /// <summary>What Hive and Spark call the folder of rows without a value.</summary>
    private const string NoPartition = "__HIVE_DEFAULT_PARTITION__";

    /// <exception cref="InputException">The files are of no format that is read, or of several.</exception>
    public static async Task<Reading> ReadAsync(
        DuckDbSession session, ImmutableArray<SourceFile> files, string? table, CancellationToken cancellationToken)
    {
        var filled = files.Length == 1 ? files : files.RemoveAll(static f => f.Bytes == 0);
        if (filled.IsEmpty) throw new InputException($"All {files.Length} files are empty; there is nothing to assess.");
        if (filled.Length > MaxFiles) throw new InputException($"The source has {filled.Length:N0} files; at most {MaxFiles:N0} are read as one table. Name fewer by a glob.");

        var reader = SourceCatalog.ReaderOf(filled[0]);
        if (filled.FirstOrDefault(f => SourceCatalog.ReaderOf(f) != reader) is { } other)
        {
            throw new InputException(
                $"The files are of several formats: '{filled[0].Name}' is {reader.Format}, '{other.Name}' is {SourceCatalog.ReaderOf(other).Format}. Name those of one by a glob.");
        }

        if (files is [{ Partition.IsEmpty: true } single]) return await reader.ReadAsync(session, single, table, cancellationToken);

        var parts = ImmutableArray.CreateBuilder<SourcePart>(filled.Length);
        var rows = 0L;
        foreach (var file in filled)
        {
            var reading = await reader.ReadAsync(session, file, table, cancellationToken);
            var part = await SourcePart.OfAsync(session, file, reading, parts.Count, rows, cancellationToken);
            rows += part.Rows;
            parts.Add(part);
        }

        return await UniteAsync(session, parts.MoveToImmutable(), files.Length - filled.Length, cancellationToken);
    }

    private static async Task<Reading> UniteAsync(
        DuckDbSession session, ImmutableArray<SourcePart> parts, int empty, CancellationToken cancellationToken)
    {
        var keys = parts.SelectMany(static p => p.Columns).Select(static c => c.Key).Distinct().ToList();
        var folders = parts.SelectMany(static p => p.File.Partition).Select(static p => p.Key).Distinct(StringComparer.Ordinal)
            .Where(name => !keys.Contains((name, 0))).ToList();
        var columns = FieldNames.Of([.. keys.Select(static k => k.Name), .. folders]);
        var asText = keys.Where(key => !HasOneType(parts, key)).ToHashSet();

        var selects = parts.Select(part =>
        {
            var values = keys.Select(key => part.Find(key) is not { } column ? SqlText.Of($"NULL")
                    : asText.Contains(key) ? SqlText.Of($"CAST({SqlText.Name(column.Field)} AS VARCHAR)")
                    : SqlText.Name(column.Field))
                .Concat(folders.Select(name => Folder(part.File, name)));
            var named = SqlText.Join(", ", values.Zip(columns, static (value, column) => SqlText.Of($"{value} AS {SqlText.Name(column.Field)}")));
            return SqlText.Of($"SELECT {named}, rowid + {part.Offset} AS rowid FROM {SqlText.Name(part.Relation)}");
        });
        await session.ExecuteAsync(
            SqlText.Of($"CREATE VIEW {SqlText.Name(SourceReader.Relation)} AS {SqlText.Join(" UNION ALL ", selects)}"), cancellationToken);

        var formats = parts.Select(static p => p.Reading.Structure.Format).Distinct(StringComparer.Ordinal).ToList();
        return new(columns, new(parts.Length == 1 ? formats[0] : $"{parts.Length:N0} files of {string.Join("; ", formats.Take(3))}")
        {
            Bytes = parts.Sum(static p => p.Reading.Structure.Bytes),
            Faults = FolderFaults.Of(parts, keys, empty, columns),
        });
    }

    private static bool HasOneType(ImmutableArray<SourcePart> parts, (string Name, int Again) key)
    {
        var types = parts.Select(p => p.Find(key)?.Type).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return types.Count <= 1 || types.TrueForAll(static t => DuckDbTable.Kind(t) is ColumnKind.Integer or ColumnKind.Number);
    }

    private static SqlText Folder(SourceFile file, string name)
    {
        var value = file.Partition.LastOrDefault(p => p.Key == name).Value;
        return value is null or NoPartition ? SqlText.Of($"CAST(NULL AS VARCHAR)") : SqlText.Of($"{value}");
    }
}
