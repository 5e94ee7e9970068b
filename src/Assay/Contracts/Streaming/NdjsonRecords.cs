using System.Text.Json;
using Assays.Data;

namespace Assays.Contracts.Streaming;

/// <summary>JSON objects, one a line, as they come. Blank lines are left out; a line that is no object is a record with a fault.</summary>
/// <param name="stream">UTF-8 text.</param>
/// <param name="schema">The columns to look for: those of the contract.</param>
public sealed class NdjsonRecords(Stream stream, Schema schema) : RecordReader
{
    private const string NoObject = "the line is not one JSON object";

    private readonly JsonRecord _record = new(schema);
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isOver;

    public override Schema Schema => schema;

    public override async ValueTask<bool> ReadAsync(RowCells row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length < 0 && !_isOver)
            {
                await FillAsync(cancellationToken);
                continue;
            }

            if (length < 0 && _start == _end) return false;
            var line = _buffer.AsSpan(_start, length < 0 ? _end - _start : length);
            _start += Math.Min(line.Length + 1, _end - _start);
            if (line.StartsWith("\uFEFF"u8)) line = line[3..];
            if (line.Trim(" \t\r"u8).IsEmpty) continue;
            Parse(line, row);
            return true;
        }
    }

    private void Parse(ReadOnlySpan<byte> line, RowCells row)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            var isObject = json.TokenType == JsonTokenType.StartObject;
            if (isObject) _record.Read(ref json, row);
            Fault = isObject && !json.Read() ? null : NoObject;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is what a text of broken surrogates throws.
            Fault = NoObject;
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0) Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length)
        {
            if (_end >= LongestRecord) throw TooLong("A line");
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        if (BeforeWaiting is { } handOn) await handOn(cancellationToken);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isOver = read == 0;
    }
}
