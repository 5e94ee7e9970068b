using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines.Sources.Arrow;
using Assays.Engines.Sources.Csv;
using Assays.Engines.Sources.Excel;
using Assays.Engines.Sources.Json;

namespace Assays.Engines.Sources;

/// <summary>The formats that can be read. A new one is a file in this folder and a line here.</summary>
public static class SourceCatalog
{
    /// <summary>All readers, those that tell their format by a mark in the bytes first.</summary>
    public static ImmutableArray<SourceReader> All { get; } =
    [
        new ParquetReader(),
        new DuckDbFileReader(),
        new SqliteReader(),
        new ArrowReader(),
        new ExcelReader(),
        new JsonReader(),
        new CsvReader(),
    ];

    /// <summary>The reader of a file's format.</summary>
    /// <exception cref="InputException">The file is of no known format.</exception>
    public static SourceReader ReaderOf(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Bytes == 0) throw new InputException($"'{file.Name}' is empty; there is nothing to assess.");
        return All.FirstOrDefault(reader => reader.Knows(file)) ?? throw new InputException(
            $"'{file.Name}' is of no format that can be read. Known are: {string.Join(", ", All.Select(static r => r.Format))}.");
    }

    /// <summary>Whether a file of a folder is taken to hold data, by its name.</summary>
    internal static bool HasKnownExtension(string path)
    {
        var extension = Path.GetExtension(Unpacking.NameInside(path)).ToLowerInvariant();
        return All.Any(reader => reader.Extensions.Contains(extension));
    }
}
