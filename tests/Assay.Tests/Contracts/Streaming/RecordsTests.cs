using System.Text;
using Assays.Contracts.Streaming;
using Assays.Data;
using CsCheck;

namespace Assays.Tests.Contracts.Streaming;

/// <summary>Records come out of a stream as they went in, however its bytes arrive.</summary>
public sealed class RecordsTests
{
    private static readonly Schema Three = new([new(0, "a"), new(1, "b.c"), new(2, "d")]);

    private static readonly Gen<string> Field = Gen.String[Gen.Char["abc ,;\"\n\ré1"], 0, 6];

    [Fact]
    public Task Csv_GivesBackEveryField() =>
        Gen.Select(Field.Array[3].Array[1, 20], Gen.Int[1, 40], Choose.One("\n", "\r\n"), Choose.One(',', ';', '\t')).SampleAsync(static async (rows, chunk, lineEnd, delimiter) =>
    {
        var text = string.Concat(rows.Prepend(["x", "y \"z\"", ""]).Select(row => string.Join(delimiter, row.Select(static f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + lineEnd));
        using var csv = await CsvRecords.OpenAsync(new Trickle(Encoding.UTF8.GetBytes(text), chunk));

        Assert.Equal(["x", "y \"z\"", ""], csv.Schema.Columns.Select(static c => c.Name));
        Assert.Equal(rows, await AllAsync(csv, 3));
    }, iter: 200, threads: 1);

    [Theory]
    [InlineData("a,b\n1,2\n\n3,4", "1|2", "3|4")]
    [InlineData("\uFEFFa;b\r\n1,5;2\r\n", "1,5|2")]
    [InlineData("a|b\n\"x\"|\n", "x|")]
    [InlineData("a,b\n1\n1,2,3\n", "1| <the record has 1 fields, the header 2>", "1|2 <the record has 3 fields, the header 2>")]
    [InlineData("a,b\n\"x\"y,2\n", "xy|2")]
    public async Task Csv_IsReadAsPeopleWriteIt(string text, params string[] rows)
    {
        using var csv = await CsvRecords.OpenAsync(new Trickle(Encoding.UTF8.GetBytes(text), 3), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(rows, (await AllAsync(csv, 2, withFaults: true)).Select(static r => string.Join('|', r)));
    }

    [Fact]
    public async Task AnEmptyStream_IsRefused() =>
        await Assert.ThrowsAsync<InputException>(static () => CsvRecords.OpenAsync(new MemoryStream(), cancellationToken: TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("{\"a\":\"x\",\"b\":{\"c\":1.50},\"d\":true}", "x|1.50|true")]
    [InlineData("{\"d\":null,\"e\":[{}],\"a\":\"\\u00e9\\n\",\"b.c\":[1, 2]}", "é\n|[1, 2]|")]
    [InlineData("\uFEFF{}", "||")]
    public async Task Json_IsReadLineByLine(string line, string row)
    {
        var json = new NdjsonRecords(new Trickle(Encoding.UTF8.GetBytes($"{line}\n\n \r\n{line.TrimStart('\uFEFF')}"), 5), Three);

        Assert.Equal([row, row], (await AllAsync(json, 3, withFaults: true)).Select(static r => string.Join('|', r)));
    }

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1}{\"a\":2}")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("nonsense")]
    public async Task Json_ThatIsNoObject_IsARecordWithAFault(string line)
    {
        var json = new NdjsonRecords(new Trickle(Encoding.UTF8.GetBytes($"{line}\n{{\"d\":1}}"), 5), Three);

        var rows = await AllAsync(json, 3, withFaults: true);

        Assert.EndsWith("<the line is not one JSON object>", rows[0][^1], StringComparison.Ordinal);
        Assert.Equal(["", "", "1"], rows[1]);
    }

    private static async Task<List<string[]>> AllAsync(RecordReader records, int columns, bool withFaults = false)
    {
        var (row, all) = (new RowCells(columns), new List<string[]>());
        while (await records.ReadAsync(row))
        {
            var cells = Enumerable.Range(0, columns).Select(c => row[c].ToString()).ToArray();
            if (withFaults && records.Fault is { } fault) cells[^1] += $" <{fault}>";
            all.Add(cells);
        }

        return all;
    }

    /// <summary>Bytes that arrive a few at a time.</summary>
    private sealed class Trickle(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(chunk, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
