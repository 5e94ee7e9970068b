using System.Collections.Immutable;

namespace Assays.Engines.Sources.Csv;

/// <summary>UTF-8 text that the engine's own CSV reader takes as it is.</summary>
/// <param name="Path">The file.</param>
/// <param name="Dialect">How its fields are separated.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="SkipLines">Lines before the first record.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Lines">About how many lines it has.</param>
internal sealed record CsvText(string Path, CsvDialect Dialect, ImmutableArray<ReadColumn> Columns, int SkipLines, long Bytes, long Lines)
{
    /// <summary>Whether lines end in CR LF.</summary>
    public bool EndsInCrLf { get; init; }

    /// <summary>The longest line in bytes, where it is longer than usual.</summary>
    public long LongestLine { get; init; }

    /// <summary>Whether the first column of the file is the record number, before <see cref="Columns"/>.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether numbers are left out, so that they must be kept with the rows.</summary>
    public bool HasGaps { get; init; }

    /// <summary>SQL types of the columns where they are not all text.</summary>
    public ImmutableArray<string> Types { get; init; } = [];
}
