using System.Buffers;

namespace Assays.Engines.Sources.Csv;

/// <summary>
/// Splits UTF-8 text into records and fields and never refuses: damage is taken as Python's <c>csv.reader</c> takes it, so that record numbers
/// agree with it, and what is kept of one field is bounded.
/// </summary>
/// <remarks>
/// The rules for damaged text: a quote inside an unquoted field is itself; text after a closing quote belongs to the field; a line end is LF, CR
/// or CRLF; a line with nothing on it is a record without fields. A quote that is still open at the end of the file is for the caller to judge
/// (<see cref="EndedInsideQuotes"/>).
/// </remarks>
internal sealed class CsvRecords : IDisposable
{
    /// <summary>Bytes kept of one field; a file with one huge field must not fill the memory.</summary>
    public const int MaxFieldBytes = 1 << 20;

    /// <summary>Bytes kept of one record.</summary>
    public const int MaxRecordBytes = 1 << 26;

    /// <summary>Fields kept of one record.</summary>
    public const int MaxFields = 100_000;

    private readonly Stream _stream;
    private readonly CsvDialect _dialect;
    private readonly SearchValues<byte> _plainEnds;
    private readonly SearchValues<byte> _quotedEnds;
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
    private byte[] _text = new byte[1 << 12];
    private int _length;
    private int _cutField = -1;
    private readonly List<int> _ends = [];
    private int _at;
    private int _filled;
    private int _fieldStart;
    private bool _finished;

    /// <param name="stream">UTF-8 text without a byte order mark.</param>
    /// <param name="dialect">How fields are separated.</param>
    public CsvRecords(Stream stream, CsvDialect dialect)
    {
        (_stream, _dialect) = (stream, dialect);
        _plainEnds = SearchValues.Create([dialect.Delimiter, (byte)'\n', (byte)'\r']);
        _quotedEnds = SearchValues.Create([dialect.Quote, dialect.Escape]);
    }

    /// <summary>Where in the stream the record begins.</summary>
    public long Start { get; private set; }

    /// <summary>Where the current record's last opening quote stands.</summary>
    public long LastQuote { get; private set; }

    /// <summary>Whether the record is a line with nothing on it.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Whether the file ended while a quote was open.</summary>
    public bool EndedInsideQuotes { get; private set; }

    /// <summary>Fields of the record that were cut.</summary>
    public int CutFields { get; private set; }

    /// <summary>Fields of the record in which text follows the closing quote.</summary>
    public int MalformedFields { get; private set; }

    /// <summary>The first field began with a quote, so that a comment sign in it is data.</summary>
    public bool FirstIsQuoted { get; private set; }

    /// <summary>Where a quote stands that is to be read as itself, because the file ends inside it otherwise.</summary>
    public long LiteralQuote { get; init; } = -1;

    /// <summary>Whether all quotes are read as themselves.</summary>
    public bool QuotesAreLiteral { get; init; }

    /// <summary>Where the stream stands, when it was not opened at the start of the file.</summary>
    public long Offset { get; set; }

    public int Fields => _ends.Count;

    public ReadOnlySpan<byte> this[int field] => _text.AsSpan((field == 0 ? 0 : _ends[field - 1]).._ends[field]);

    /// <summary>Reads the next record.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read()
    {
        _length = 0;
        _ends.Clear();
        _fieldStart = 0;
        (IsBlank, CutFields, MalformedFields, FirstIsQuoted) = (false, 0, 0, false);
        Start = Offset + _at;
        if (Peek() < 0) return false;
        if (Peek() is '\n' or '\r')
        {
            IsBlank = true;
            TakeLineEnd();
            return true;
        }

        while (ReadField())
        {
        }

        return true;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _stream.Dispose();
    }

    /// <returns>Whether another field follows.</returns>
    private bool ReadField()
    {
        if (!QuotesAreLiteral && Peek() == _dialect.Quote && Offset + _at != LiteralQuote)
        {
            FirstIsQuoted |= Fields == 0;
            LastQuote = Offset + _at;
            _at++;
            if (!ReadQuoted())
            {
                EndedInsideQuotes = true;
                EndField();
                return false;
            }

            var next = Peek();
            if (next >= 0 && next != _dialect.Delimiter && next is not ('\n' or '\r')) MalformedFields++;
        }

        CopyUntil(_plainEnds);
        EndField();
        switch (Peek())
        {
            case < 0:
                return false;
            case var end when end == _dialect.Delimiter:
                _at++;
                if (Peek() < 0)
                {
                    EndField();
                    return false;
                }

                return true;
            default:
                TakeLineEnd();
                return false;
        }
    }

    /// <summary>Reads behind an opening quote up to behind its closing one.</summary>
    private bool ReadQuoted()
    {
        while (true)
        {
            CopyUntil(_quotedEnds);
            var found = Peek();
            if (found < 0) return false;
            _at++;
            if (found == _dialect.Escape && _dialect.Escape != _dialect.Quote)
            {
                // Only a quote or the escape itself is escaped; any other backslash is text.
                var escaped = Peek();
                if (escaped == _dialect.Quote || escaped == _dialect.Escape)
                {
                    Keep([(byte)escaped]);
                    _at++;
                }
                else
                {
                    Keep([_dialect.Escape]);
                }
            }
            else if (Peek() == _dialect.Quote)
            {
                Keep([_dialect.Quote]);
                _at++;
            }
            else
            {
                return true;
            }
        }
    }

    private void CopyUntil(SearchValues<byte> ends)
    {
        while (Peek() >= 0)
        {
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var length = rest.IndexOfAny(ends);
            Keep(length < 0 ? rest : rest[..length]);
            _at += length < 0 ? rest.Length : length;
            if (length >= 0) return;
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (Fields >= MaxFields) return;
        var room = Math.Min(MaxFieldBytes - (_length - _fieldStart), MaxRecordBytes - _length);
        if (bytes.Length > room)
        {
            if (_cutField != Fields) CutFields++;
            _cutField = Fields;
            bytes = bytes[..Math.Max(0, room)];
        }

        if (_length + bytes.Length > _text.Length) Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_text.AsSpan(_length));
        _length += bytes.Length;
    }

    private void EndField()
    {
        if (Fields >= MaxFields) return;
        if (_cutField == Fields)
        {
            // A character must not be cut in two.
            while (_length > _fieldStart && (_text[_length - 1] & 0xC0) == 0x80) _length--;
            if (_length > _fieldStart && _text[_length - 1] >= 0xC0) _length--;
        }

        _cutField = -1;
        _ends.Add(_length);
        _fieldStart = _length;
    }

    private void TakeLineEnd()
    {
        if (_buffer[_at++] == '\r' && Peek() == '\n') _at++;
    }

    private int Peek()
    {
        if (_at < _filled) return _buffer[_at];
        if (_finished) return -1;
        Offset += _filled;
        _at = 0;
        _filled = _stream.Read(_buffer);
        _finished = _filled == 0;
        return _finished ? -1 : _buffer[0];
    }
}
