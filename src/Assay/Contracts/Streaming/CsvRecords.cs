using System.Buffers;
using System.Globalization;
using System.Text;
using Assays.Data;

namespace Assays.Contracts.Streaming;

/// <summary>
/// Delimited text (RFC 4180) as it comes, UTF-8, with a header. The delimiter is the one of comma, semicolon, tab and bar that the header has
/// most of; lines may end in any usual way, blank ones are left out.
/// </summary>
public sealed class CsvRecords : RecordReader, IDisposable
{
    private readonly StreamReader _reader;
    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;
    private bool _isOver;
    private char _delimiter;
    private SearchValues<char> _ends = SearchValues.Create("\r\n");

    private CsvRecords(Stream stream) => _reader = new(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);

    public override Schema Schema => Header;

    private Schema Header { get; set; } = new([]);

    /// <summary>Reads the header.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static async Task<CsvRecords> OpenAsync(Stream stream, Func<CancellationToken, ValueTask>? beforeWaiting = null, CancellationToken cancellationToken = default)
    {
        var csv = new CsvRecords(stream) { BeforeWaiting = beforeWaiting };
        while (!csv.HasLine() && await csv.FillAsync(cancellationToken)) { }
        csv._delimiter = Delimiter(csv._buffer.AsSpan(csv._start, csv._end - csv._start));
        csv._ends = SearchValues.Create($"{csv._delimiter}\r\n");
        var names = new List<string>();
        while (!csv.TryParse(null, names))
        {
            names.Clear();
            if (!await csv.FillAsync(cancellationToken)) throw new InputException("The stream is empty; it must begin with a header.");
        }

        csv.Header = new([.. names.Select(static (name, at) => new Column(at, name, string.Create(CultureInfo.InvariantCulture, $"c{at}"), ColumnKind.Text))]);
        return csv;
    }

    public void Dispose() => _reader.Dispose();

    public override async ValueTask<bool> ReadAsync(RowCells row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(row);
        while (!TryParse(row, null))
        {
            if (!await FillAsync(cancellationToken)) return false;
        }

        return true;
    }

    private bool HasLine() => _buffer.AsSpan(_start, _end - _start).ContainsAny('\r', '\n');

    private static char Delimiter(ReadOnlySpan<char> text)
    {
        var line = text.TrimStart("\r\n");
        line = line.IndexOfAny('\r', '\n') is var end and >= 0 ? line[..end] : line;
        var best = ',';
        foreach (var candidate in ";\t|")
        {
            if (line.Count(candidate) > line.Count(best)) best = candidate;
        }

        return best;
    }

    /// <summary>Reads one record out of the buffer into cells or names; false when the buffer does not hold a whole one.</summary>
    private bool TryParse(RowCells? row, List<string>? names)
    {
        while (_start < _end && _buffer[_start] is '\r' or '\n') _start++;
        if (_start == _end) return false;

        row?.Clear();
        Fault = null;
        var (at, column) = (_start, 0);
        while (true)
        {
            var isQuoted = at < _end && _buffer[at] == '"';
            var end = isQuoted ? EndOfQuoted(at) : EndOfPlain(at);
            if (end < 0) return false;
            Take(isQuoted, _buffer.AsSpan(at, end - at), column, row, names);
            column++;
            var isLast = end == _end || _buffer[end] != _delimiter;
            at = end + 1;
            if (!isLast) continue;
            _start = Math.Min(at, _end);
            if (row is not null && column != Header.Columns.Length) Fault = string.Create(CultureInfo.InvariantCulture, $"the record has {column} fields, the header {Header.Columns.Length}");
            return true;
        }
    }

    private int EndOfPlain(int at)
    {
        var length = _buffer.AsSpan(at, _end - at).IndexOfAny(_ends);
        return length >= 0 ? at + length : _isOver ? _end : -1;
    }

    /// <summary>Where a field in quotes ends; what stands behind the closing quote belongs to it.</summary>
    private int EndOfQuoted(int at)
    {
        for (var from = at + 1; ;)
        {
            var length = _buffer.AsSpan(from, _end - from).IndexOf('"');
            if (length < 0) return _isOver ? _end : -1;
            from += length + 1;
            if (from == _end && !_isOver) return -1;
            if (from < _end && _buffer[from] == '"') from++;
            else return EndOfPlain(from);
        }
    }

    private static void Take(bool isQuoted, ReadOnlySpan<char> field, int column, RowCells? row, List<string>? names)
    {
        if (names is not null)
        {
            var name = new char[field.Length];
            names.Add(isQuoted ? new string(name, 0, Unquote(field, name)) : new string(field));
        }
        else if (row is not null && column < row.Count)
        {
            if (isQuoted) row.Keep(column, Unquote(field, row.Room(field.Length)));
            else row.Set(column, field);
        }
    }

    private static int Unquote(ReadOnlySpan<char> field, Span<char> text)
    {
        var (length, isInside) = (0, true);
        for (var i = 1; i < field.Length; i++)
        {
            if (isInside && field[i] == '"')
            {
                isInside = i + 1 < field.Length && field[i + 1] == '"';
                if (!isInside) continue;
                i++;
            }

            text[length++] = field[i];
        }

        return length;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isOver) return false;
        if (_start > 0) Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        (_end, _start) = (_end - _start, 0);
        if (_end == _buffer.Length)
        {
            if (_end >= LongestRecord) throw TooLong("A record");
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        if (BeforeWaiting is { } handOn) await handOn(cancellationToken);
        var read = await _reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _isOver = read == 0;
        return true;
    }
}
