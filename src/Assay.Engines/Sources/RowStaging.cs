using System.Buffers;
using System.Collections.Immutable;
using System.Text.Unicode;
using Assays.Data;
using Assays.Engines.DuckDb;
using Assays.Engines.Sources.Csv;

namespace Assays.Engines.Sources;

/// <summary>Takes the rows of a format that the engine does not read, one at a time, and makes the relation of them. Memory does not grow with the rows.</summary>
internal sealed class RowStaging : IDisposable
{
    private readonly string _path;
    private readonly CsvWriting _writing;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(CsvRecords.MaxFieldBytes);
    private readonly FaultLog _faults = new();
    private long _number;
    private bool _hasGaps;

    public RowStaging(DuckDbSession session)
    {
        _path = session.NewFile(".csv");
        _writing = new(File.Create(_path));
    }

    public void Begin() => _writing.BeginRecord(_number);

    /// <summary>Adds a value to the row; null and empty are missing.</summary>
    public void Add(string? text)
    {
        if (text is null)
        {
            _writing.WriteField(default(ReadOnlySpan<byte>));
            return;
        }

        // Ends before a character that does not fit; half a character becomes U+FFFD.
        Utf8.FromUtf16(text, _buffer.AsSpan(0, CsvRecords.MaxFieldBytes), out var read, out var written);
        if (read < text.Length) _faults.Add(StructureFaultKind.TruncatedField, _number);
        if (text.Contains('\0', StringComparison.Ordinal)) _faults.Add(StructureFaultKind.NulCharacters, _number);
        _writing.WriteField(_buffer.AsSpan(0, written));
    }

    public void End()
    {
        _writing.EndRecord();
        _number++;
    }

    /// <summary>Counts records that hold nothing.</summary>
    public void Skip(long records)
    {
        for (; records > 0; records--)
        {
            _faults.Add(StructureFaultKind.BlankLines, _number++);
            _hasGaps = true;
        }
    }

    /// <summary>Makes the relation.</summary>
    /// <param name="types">SQL types of the columns; all text when there are none.</param>
    public async Task<Reading> LoadAsync(
        DuckDbSession session, ImmutableArray<ReadColumn> columns, ImmutableArray<string> types, Structure structure, CancellationToken cancellationToken)
    {
        _writing.Dispose();
        var text = new CsvText(_path, CsvDialect.Standard, columns, 0, _writing.Bytes, _number)
        {
            IsNumbered = true, HasGaps = _hasGaps, LongestLine = _writing.LongestLine, Types = types,
        };
        await CsvTextLoad.LoadAsync(session, text, cancellationToken);
        return new(columns, structure with { Faults = [.. structure.Faults, .. _faults.ToFaults(0, columns.Length)] });
    }

    public void Dispose()
    {
        _writing.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }
}
