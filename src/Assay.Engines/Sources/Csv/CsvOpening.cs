using System.Collections.Immutable;
using System.Text;

namespace Assays.Engines.Sources.Csv;

/// <summary>How a text file begins: what stands before the table, the header if there is one, and where the first record is.</summary>
/// <param name="Names">The columns' names; made up where there is no header.</param>
/// <param name="HasHeader">Whether the names stand in the file.</param>
/// <param name="RecordsBefore">Records, blank lines among them, before the first record of data.</param>
/// <param name="LinesBefore">Physical lines before the first record of data, or none when a record before it spans several.</param>
/// <param name="Comment">The sign that comment lines begin with, where the file opens with such lines.</param>
internal sealed record CsvOpening(ImmutableArray<string> Names, bool HasHeader, int RecordsBefore, int? LinesBefore, byte? Comment)
{
    private const int RecordsLookedAt = 300;
    private const int LongestPreamble = 100;

    /// <param name="head">The beginning of the file as UTF-8 without a byte order mark.</param>
    /// <param name="dialect">How fields are separated.</param>
    public static CsvOpening Of(ReadOnlyMemory<byte> head, CsvDialect dialect)
    {
        var (records, lines) = Read(head, dialect);
        return Of(records, lines);
    }

    /// <param name="records">The first records; those of blank lines have no fields.</param>
    public static CsvOpening Of(List<string[]> records) => Of(records, [.. Enumerable.Repeat(-1, records.Count + 1)]);

    private static CsvOpening Of(List<string[]> records, List<int> lines)
    {
        var usual = UsualWidth(records);
        var at = Preamble(records, usual, out var comment);
        if (at >= records.Count) return new([], false, at, null, comment);

        var first = records[at];
        var rest = records.Skip(at + 1).Where(static r => r.Length > 0).ToList();
        var hasHeader = HeaderGuess.IsHeader(first, rest, usual);
        var names = hasHeader ? NamesOf(first, rest, usual) : [.. Enumerable.Range(1, Math.Max(usual, first.Length)).Select(static i => $"col{i}")];
        var before = at + (hasHeader ? 1 : 0);
        return new(names, hasHeader, before, lines[before] is var line && line >= 0 ? line : null, comment);
    }

    /// <returns>The first records, and for each (and the one behind) the physical line it begins on, or -1 behind a record of several lines.</returns>
    private static (List<string[]> Records, List<int> Lines) Read(ReadOnlyMemory<byte> head, CsvDialect dialect)
    {
        using var splitter = new CsvRecords(new MemoryStream(head.ToArray(), writable: false), dialect);
        var records = new List<string[]>();
        var lines = new List<int> { 0 };
        while (records.Count < RecordsLookedAt + LongestPreamble && splitter.Read())
        {
            if (splitter.EndedInsideQuotes && records.Count > 0) break;
            var fields = new string[splitter.Fields];
            var spansLines = false;
            for (var i = 0; i < fields.Length; i++)
            {
                fields[i] = Encoding.UTF8.GetString(splitter[i]);
                spansLines |= fields[i].AsSpan().IndexOfAny('\n', '\r') >= 0;
            }

            records.Add(splitter.IsBlank ? [] : fields);
            lines.Add(spansLines || lines[^1] < 0 ? -1 : lines[^1] + 1);
        }

        return (records, lines);
    }

    private static int UsualWidth(List<string[]> records) => records
        .Where(static r => r.Length > 0)
        .GroupBy(static r => r.Length)
        .OrderByDescending(static g => g.Count()).ThenByDescending(static g => g.Key)
        .Select(static g => g.Key)
        .FirstOrDefault(1);

    /// <summary>Skips blank lines, comments, and titles: lines of one value above a table of several columns.</summary>
    private static int Preamble(List<string[]> records, int usual, out byte? comment)
    {
        comment = null;
        var at = 0;
        while (at < Math.Min(records.Count, LongestPreamble))
        {
            var record = records[at];
            var isComment = record.Length > 0 && record[0].StartsWith('#') && !(record.Length == usual && usual > 1);
            var isTitle = usual >= 3 && record.Length > 0 && record.Count(static f => f.Length > 0) <= 1
                && records.Skip(at + 1).Take(LongestPreamble).Any(r => r.Length == usual && r.Count(static f => f.Length > 0) > 1);
            if (isComment) comment = (byte)'#';
            if (record.Length > 0 && !isComment && !isTitle) break;
            at++;
        }

        // Only comments and nothing else: they are the data.
        if (at < records.Count || comment is null) return at;
        comment = null;
        return 0;
    }

    private static ImmutableArray<string> NamesOf(string[] header, List<string[]> rest, int usual)
    {
        if (header.Length >= usual) return [.. header];
        var missing = usual - header.Length;
        var trailing = rest.Where(r => r.Length == usual).All(r => r.Skip(usual - missing).All(static f => f.Length == 0));
        if (trailing) return [.. header];
        // R writes the names of rows as a first column that the header does not name.
        return missing == 1 && rest.All(r => r.Length == usual)
            ? ["", .. header]
            : [.. header, .. Enumerable.Repeat("", missing)];
    }
}
