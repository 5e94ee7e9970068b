using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Engines.Sources.Csv;

/// <summary>Gathers the faults of a file by kind, with the first records of each.</summary>
internal sealed class FaultLog
{
    private const int MaxRows = 1_000;
    private readonly SortedDictionary<StructureFaultKind, (long Count, List<long> Rows)> _found = [];

    public void Add(StructureFaultKind kind, long row, long count = 1)
    {
        var (before, rows) = _found.TryGetValue(kind, out var known) ? known : (0, []);
        if (rows.Count < MaxRows && (rows.Count == 0 || rows[^1] != row)) rows.Add(row);
        _found[kind] = (before + count, rows);
    }

    public void Clear() => _found.Clear();

    /// <summary>The faults, with record numbers behind those of earlier files.</summary>
    public ImmutableArray<StructureFault> ToFaults(long offset, int columns) =>
    [
        .. _found.Select(pair => new StructureFault(
            pair.Key, pair.Value.Count, [.. pair.Value.Rows.Select(row => row + offset)], Describe(pair.Key, pair.Value.Count, columns))),
    ];

    private static string Describe(StructureFaultKind kind, long count, int columns) => kind switch
    {
        StructureFaultKind.MissingFields => $"{Counted(count, "record has", "records have")} fewer than {columns} fields; the absent ones are read as missing",
        StructureFaultKind.ExtraFields => $"{Counted(count, "record has", "records have")} more than {columns} fields; what is beyond is not read",
        StructureFaultKind.BadBytes => $"{Counted(count, "record holds", "records hold")} bytes that are no characters in UTF-8; they are shown as \uFFFD",
        StructureFaultKind.NulCharacters => $"{Counted(count, "record holds", "records hold")} NUL characters",
        StructureFaultKind.UnbalancedQuote => $"{Counted(count, "quote opens and never closes", "quotes open and never close")}",
        StructureFaultKind.BlankLines => $"{Counted(count, "line is", "lines are")} blank; they are counted in the record numbers and hold no row",
        StructureFaultKind.TruncatedField => $"{Counted(count, "field is", "fields are")} longer than {CsvRecords.MaxFieldBytes:N0} bytes and cut there",
        StructureFaultKind.UnreadableRecord => $"{Counted(count, "record", "records")} cannot be read and {(count == 1 ? "is" : "are")} left out",
        _ => $"{kind}: {count:N0}",
    };

    private static string Counted(long count, string one, string many) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
