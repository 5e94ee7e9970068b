using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Assays.Engines.Sources.Csv;

/// <summary>Writes records as the CSV that the engine reads without doubt; rows of any format come into the engine this way.</summary>
internal sealed class CsvWriting(Stream stream) : IDisposable
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n #'\t\0"u8);
    private readonly Stream _stream = stream;
    private byte[] _line = new byte[1 << 12];
    private int _length;

    /// <summary>Bytes written.</summary>
    public long Bytes { get; private set; }

    public long LongestLine { get; private set; }

    public void BeginRecord(long number)
    {
        _length = 0;
        Reserve(24);
        Utf8Formatter.TryFormat(number, _line, out _length);
    }

    /// <summary>Adds a field; an empty one is a missing value.</summary>
    public void WriteField(ReadOnlySpan<byte> field)
    {
        Reserve(2 * field.Length + 3);
        _line[_length++] = (byte)',';
        if (field.IndexOfAny(Special) < 0)
        {
            field.CopyTo(_line.AsSpan(_length));
            _length += field.Length;
            return;
        }

        _line[_length++] = (byte)'"';
        while (field.IndexOf((byte)'"') is var quote and >= 0)
        {
            field[..(quote + 1)].CopyTo(_line.AsSpan(_length));
            _length += quote + 1;
            _line[_length++] = (byte)'"';
            field = field[(quote + 1)..];
        }

        field.CopyTo(_line.AsSpan(_length));
        _length += field.Length;
        _line[_length++] = (byte)'"';
    }

    public void WriteField(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            WriteField(default(ReadOnlySpan<byte>));
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        WriteField(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    public void EndRecord()
    {
        Reserve(1);
        _line[_length++] = (byte)'\n';
        _stream.Write(_line, 0, _length);
        Bytes += _length;
        LongestLine = Math.Max(LongestLine, _length);
    }

    /// <summary>A record of one missing value.</summary>
    public void WriteEmpty(long number)
    {
        BeginRecord(number);
        WriteField(default(ReadOnlySpan<byte>));
        EndRecord();
    }

    public void Dispose() => _stream.Dispose();

    private void Reserve(int bytes)
    {
        if (_length + bytes > _line.Length) Array.Resize(ref _line, Math.Max(2 * _line.Length, _length + bytes));
    }
}
