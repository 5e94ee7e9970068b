using System.Text;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Engines.Sources.Csv;

public sealed class CsvRoundTripTests
{
    private static readonly Gen<string> NastyText = Gen.Frequency(
        (4, Gen.OneOf("", " ", "a", "0", "00501", "N/A", "NULL", "null", "1,5", "1;5", "a|b", "\"", "\"\"", "'", "it's", "a\"b", "\"a\" b", " \"a\"", "a\\", "\\\"", "#x", "=cmd()", "\t")),
        (2, Gen.String[Gen.Char["abc ,;|\t\"'\\\n\r#é東"], 0, 8]),
        (1, Gen.String[Gen.Char['\u0020', '\uD7FF'], 0, 12]));

    private static readonly Gen<(int Columns, string[][] Rows, char Delimiter, string LineEnd, bool QuoteAll, int Encoding)> Tables =
        from columns in Gen.Int[2, 5]
        from rows in NastyText.Array[columns].Array[3, 12]
        from delimiter in Gen.OneOf(',', ';', '\t', '|')
        from lineEnd in Gen.OneOf("\n", "\r\n", "\r")
        from quoteAll in Gen.Bool
        from encoding in Gen.Int[0, 3]
        select (columns, rows, delimiter, lineEnd, quoteAll, encoding);

    [Fact]
    public async Task ReadAsync_ReadsBackAnyTable() => await Tables.SampleAsync(async table =>
    {
        // The dialect is told from a few sound rows above the nasty ones, as it is in any real file.
        var sound = Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, table.Columns).Select(c => $"{i * c}").ToArray());
        string[][] rows = [.. sound, .. table.Rows.Where(static r => r.Any(static f => f.Length > 0))];
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. Enumerable.Range(0, table.Columns).Select(static c => $"name{c}")]))
        {
            text.AppendJoin(table.Delimiter, row.Select(field => Write(field, table.Delimiter, table.QuoteAll))).Append(table.LineEnd);
        }

        Encoding encoding = table.Encoding switch
        {
            0 => new UTF8Encoding(false),
            1 => new UTF8Encoding(true),
            2 => new UnicodeEncoding(false, true),
            _ => new UnicodeEncoding(true, true),
        };
        var read = await Opened.FromAsync(text.ToString(), encoding: encoding);

        Assert.Equal(rows.Select(static r => r.Select(static f => f.Length == 0 ? null : f).ToArray()), read.Rows);
        Assert.Equal(Enumerable.Range(0, rows.Length).Select(static i => (long)i), read.RowNumbers);
        Assert.Empty(read.Structure.Faults);
    }, iter: 400, threads: 1);

    private static string Write(string field, char delimiter, bool quoteAll) =>
        quoteAll || field.AsSpan().IndexOfAny(['"', '\n', '\r', delimiter, ' ', '\'', '#']) >= 0
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field;
}
