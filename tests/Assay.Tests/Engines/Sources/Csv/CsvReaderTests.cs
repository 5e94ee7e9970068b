using System.Text;
using Assays.Data;

namespace Assays.Tests.Engines.Sources.Csv;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("id,name\n1,a\n2,b\n")]
    [InlineData("id;name\n1;a\n2;b\n")]
    [InlineData("id\tname\n1\ta\n2\tb\n")]
    [InlineData("id|name\r\n1|a\r\n2|b\r\n")]
    [InlineData("id,name\r1,a\r2,b\r")]
    [InlineData("id,name\n1,a\n2,b")]
    [InlineData("\"id\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\"\n")]
    [InlineData("# exported by hand\n# on a Monday\nid,name\n1,a\n2,b\n")]
    [InlineData("id^name\n1^a\n2^b\n")]
    [InlineData("\n\nid,name\n1,a\n2,b\n\n\n")]
    [InlineData("id,name\n1, a\n2,b\n", " a")]
    public async Task ReadAsync_UnderstandsTheDialect(string text, string first = "a")
    {
        var table = await Opened.FromAsync(text);

        Assert.Equal(["id", "name"], table.Names);
        Assert.Equal([["1", first], ["2", "b"]], table.Rows);
        Assert.Equal([0, 1], table.RowNumbers);
        Assert.Empty(table.Structure.Faults);
    }

    [Fact]
    public async Task ReadAsync_KeepsWhatTheFileSays()
    {
        var table = await Opened.FromAsync("zip,note,when,amount\n00501,\" a, b \",01/02/2020,\"1,000\"\n00502,N/A,2020-13-45,\n00503,\"say \"\"hi\"\"\",,1e3\n");

        Assert.Equal([["00501", " a, b ", "01/02/2020", "1,000"], ["00502", "N/A", "2020-13-45", null], ["00503", "say \"hi\"", null, "1e3"]], table.Rows);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task ReadAsync_UnderstandsUnicode(string encoding)
    {
        var table = await Opened.FromAsync("name,city\nJosé,Zürich\nŁukasz,東京\n", encoding: Encoding.GetEncoding(encoding));

        Assert.Equal(["name", "city"], table.Names);
        Assert.Equal([["José", "Zürich"], ["Łukasz", "東京"]], table.Rows);
        Assert.Empty(table.Structure.Faults);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_UnderstandsUtf16WithoutMark(bool bigEndian)
    {
        var table = await Opened.FromAsync("name,city\nJosé,Zürich\nAnna,Bern\n", encoding: new UnicodeEncoding(bigEndian, byteOrderMark: false));

        Assert.Equal([["José", "Zürich"], ["Anna", "Bern"]], table.Rows);
    }

    [Fact]
    public async Task ReadAsync_RecognisesLatin1FarBehindTheHead()
    {
        var lines = Enumerable.Range(0, 60_000).Select(static i => $"{i},plain text number {i}\n");
        var table = await Opened.FromAsync(Encoding.Latin1.GetBytes($"id,text\n{string.Concat(lines)}60000,Café Zürich\n"));

        Assert.Equal("Café Zürich", table.Rows[^1][1]);
        Assert.Empty(table.Structure.Faults);
    }

    [Fact]
    public async Task ReadAsync_TellsBadBytes()
    {
        var bytes = Encoding.UTF8.GetBytes("id,name\n1,José\n2,Zoë\n3,Łuk\n4,Jürg\n5,x?y\n6,é\n");
        bytes[Array.IndexOf(bytes, (byte)'?')] = 0xFF;

        var table = await Opened.FromAsync(bytes);

        Assert.Equal("x\uFFFDy", table.Rows[4][1]);
        var fault = Assert.Single(table.Structure.Faults);
        Assert.Equal((StructureFaultKind.BadBytes, 1L, 4L), (fault.Kind, fault.Count, Assert.Single(fault.Rows)));
    }

    [Fact]
    public async Task ReadAsync_TellsRaggedRecords()
    {
        var table = await Opened.FromAsync("a,b,c\n1,2,3\n4,5\n6,7,8,9\n1,2,3\n");

        Assert.Equal([["1", "2", "3"], ["4", "5", null], ["6", "7", "8"], ["1", "2", "3"]], table.Rows);
        Assert.Equal(
            [(StructureFaultKind.MissingFields, 1L), (StructureFaultKind.ExtraFields, 2L)],
            table.Structure.Faults.Select(static f => (f.Kind, f.Rows[0])));
    }

    [Fact]
    public async Task ReadAsync_CountsBlankLinesInRecordNumbers()
    {
        var table = await Opened.FromAsync("a,b\n1,2\n\n3,4\n5,6\n");

        Assert.Equal([0, 2, 3], table.RowNumbers);
        Assert.Equal([["1", "2"], ["3", "4"], ["5", "6"]], table.Rows);
        Assert.Equal(StructureFaultKind.BlankLines, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task ReadAsync_ReadsOneColumnWithMissingValues()
    {
        var table = await Opened.FromAsync("height\n170\n\n182\n");

        Assert.Equal(["height"], table.Names);
        Assert.Equal([["170"], [null], ["182"]], table.Rows);
        Assert.Empty(table.Structure.Faults);
    }

    [Fact]
    public async Task ReadAsync_TakesASentenceALineAsOneColumn()
    {
        var table = await Opened.FromAsync("review\nI came, I saw, and left\nGood\nWell, fine\nNever again, no, never, not once\n", "reviews.txt");

        Assert.Equal(["review"], table.Names);
        Assert.Equal("I came, I saw, and left", table.Rows[0][0]);
    }

    [Fact]
    public async Task ReadAsync_ReadsAQuoteThatNeverClosesAsItself()
    {
        var table = await Opened.FromAsync("id,size\n1,\"5 inch\n2,small\n3,large\n");

        Assert.Equal([["1", "\"5 inch"], ["2", "small"], ["3", "large"]], table.Rows);
        Assert.Equal(0, Assert.Single(Assert.Single(table.Structure.Faults, static f => f.Kind == StructureFaultKind.UnbalancedQuote).Rows));
    }

    [Fact]
    public async Task ReadAsync_MakesNamesWhereThereIsNoHeader()
    {
        var table = await Opened.FromAsync("1,red,2020-01-01\n2,blue,2020-01-02\n3,red,2020-01-03\n");

        Assert.Equal(["col1", "col2", "col3"], table.Names);
        Assert.Equal(3, table.Rows.Length);
        Assert.Equal(StructureFaultKind.NoHeader, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task ReadAsync_KeepsHostileNames()
    {
        string[] names = ["\"; drop table source; --", "<script>alert(1)</script>", "=cmd()", "", "x", "x", "X", "rowid", "a\nb", "é", "a\0b", "'", "{0}", "$1"];
        var header = string.Join(',', names.Select(static n => $"\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        var row = string.Join(',', Enumerable.Range(0, names.Length));

        var table = await Opened.FromAsync($"{header}\n{row}\n");

        Assert.Equal(names, table.Names);
        Assert.Equal(Enumerable.Range(0, names.Length).Select(static i => i.ToString()), table.Rows[0]);
        Assert.Equal(names.Length, table.Schema.Columns.Select(static c => c.Field.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(
            [(StructureFaultKind.BlankHeader, 3), (StructureFaultKind.DuplicateHeader, 5)],
            table.Structure.Faults.Select(static f => (f.Kind, f.Column!.Ordinal)));
    }

    [Fact]
    public async Task ReadAsync_CutsAHugeField()
    {
        var table = await Opened.FromAsync($"id,text\n1,{new string('x', 5_000_000)}\n2,small\n");

        Assert.Equal(1 << 20, table.Rows[0][1]!.Length);
        Assert.Equal("small", table.Rows[1][1]);
        Assert.Equal(StructureFaultKind.TruncatedField, Assert.Single(table.Structure.Faults).Kind);
    }

    [Fact]
    public async Task ReadAsync_ReadsALargeFileOutOfMemoryInOrder()
    {
        using var folder = new Folder();
        var lines = Enumerable.Range(0, 300_000).Select(static i => $"{i},value number {i} of many\n");
        var path = folder.Write("large.csv", $"id,text\n{string.Concat(lines)}");

        var table = await Opened.FromAsync(new Source.Files(path), memory: 40L << 20);

        Assert.Equal(300_000, table.Rows.Length);
        Assert.All(Enumerable.Range(0, 300_000).Where(static i => i % 1_000 == 0), i =>
        {
            Assert.Equal(i, table.RowNumbers[i]);
            Assert.Equal($"{i}", table.Rows[i][0]);
        });
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\n\n\n", "no records")]
    [InlineData("# only\n\n", "")]
    public async Task ReadAsync_RefusesWhatHoldsNothing(string text, string expected)
    {
        if (expected.Length == 0)
        {
            Assert.Single((await Opened.FromAsync(text)).Names);
            return;
        }

        Assert.Contains(expected, await Opened.RefusalOfAsync(text, "nothing.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task ReadAsync_ReadsAWideTableThatDoesNotFitIntoTheMemoryAtOnce(string blankLine)
    {
        using var folder = new Folder();
        var header = string.Join(',', Enumerable.Range(0, 2_400).Select(static c => $"c{c}"));
        var rows = Enumerable.Range(0, 500).Select(static row => string.Join(',', Enumerable.Range(0, 2_400).Select(c => row * c % 97)));
        var text = $"{header}\n{string.Join('\n', rows.Take(10))}\n{blankLine}{string.Join('\n', rows.Skip(10))}\n";

        var table = await Opened.FromAsync(new Source.Files(folder.Write("wide.csv", System.Text.Encoding.UTF8.GetBytes(text))), memory: 160L << 20);

        Assert.Equal(2_400, table.Names.Length);
        Assert.Equal(499 + blankLine.Length, table.RowNumbers[^1]);
        Assert.All(Enumerable.Range(0, 500), row => Assert.Equal($"{row * 2_399 % 97}", table.Rows[row][2_399]));
    }

    [Fact]
    public async Task ReadAsync_ReadsAHeaderAlone()
    {
        var table = await Opened.FromAsync("id,name,price\n");

        Assert.Equal(["id", "name", "price"], table.Names);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public async Task ReadAsync_RefusesBinaryGarbage()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);

        Assert.Contains("no format that can be read", await Opened.RefusalOfAsync(bytes, "garbage.bin"), StringComparison.Ordinal);
    }
}
