using System.Collections.Immutable;

namespace Assays.Data;

/// <summary>How a source's bytes became a table, and what was wrong with them.</summary>
/// <param name="Format">What was read, in words: <c>CSV, comma, UTF-8</c>.</param>
public sealed record Structure(string Format)
{
    /// <summary>Size of the source in bytes; none when it is not known.</summary>
    public long? Bytes { get; init; }

    /// <summary>The faults of the file, each with its records.</summary>
    public ImmutableArray<StructureFault> Faults { get; init; } = [];

    /// <summary>How the engine reads and counts, in words, where that is not the usual way.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>For line formats, whether records and physical lines correspond one to one after the header's lines.</summary>
    public int? FirstRecordLine { get; init; }
}

/// <summary>One kind of damage found while reading.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Count">How often.</param>
/// <param name="Rows">The first records concerned, 0-based; at most 1,000.</param>
/// <param name="Detail">What exactly, in words, for the explanation.</param>
public sealed record StructureFault(StructureFaultKind Kind, long Count, ImmutableArray<long> Rows, string Detail)
{
    /// <summary>The column concerned, for faults of the header.</summary>
    public Column? Column { get; init; }
}

/// <summary>What can be wrong with a file before its values are looked at.</summary>
public enum StructureFaultKind
{
    /// <summary>Records with fewer fields than the header.</summary>
    MissingFields,

    /// <summary>Records with more fields than the header.</summary>
    ExtraFields,

    /// <summary>A column without a name.</summary>
    BlankHeader,

    /// <summary>A name used by several columns.</summary>
    DuplicateHeader,

    /// <summary>No header: the first line looks like data.</summary>
    NoHeader,

    /// <summary>Bytes that are not text in the file's encoding.</summary>
    BadBytes,

    /// <summary>NUL characters.</summary>
    NulCharacters,

    /// <summary>A quote that opens and never closes.</summary>
    UnbalancedQuote,

    /// <summary>Lines with nothing on them between records.</summary>
    BlankLines,

    /// <summary>Fields longer than is kept.</summary>
    TruncatedField,

    /// <summary>Records that cannot be read at all and are left out; their numbers stay.</summary>
    UnreadableRecord,

    /// <summary>Files read as one table whose columns differ.</summary>
    DifferingFiles,
}
