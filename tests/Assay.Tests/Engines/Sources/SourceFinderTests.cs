using System.IO.Compression;
using System.Text;
using Assays.Data;
using Assays.Engines.DuckDb;

namespace Assays.Tests.Engines.Sources;

public sealed class SourceFinderTests : IDisposable
{
    private static readonly byte[] Csv = "id,name\n1,a\n2,b\n"u8.ToArray();
    private readonly Folder _folder = new();

    /// <summary>The same table in each format that tells itself by its bytes.</summary>
    public static TheoryData<string> Formats { get; } = ["csv", "csv.gz", "csv.zst", "json", "ndjson", "ndjson.gz", "parquet", "xlsx"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task FindAsync_ReadsAnyFormatFromStandardInput(string format)
    {
        var bytes = await TableAsync(format);

        var table = await Opened.FromAsync(new Source.StandardInput(), new DuckDbEngine(() => new MemoryStream(bytes)));

        AssertTable(table);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task FindAsync_FetchesAnyFormat(string format)
    {
        using var server = LoopbackServer.With(await TableAsync(format));

        AssertTable(await Opened.FromAsync(new Source.Web(server.Address("data/t." + format))));
        AssertTable(await Opened.FromAsync(new Source.Web(server.Address("download?id=7"))));
    }

    [Fact]
    public async Task FindAsync_FindsTheTableInAFetchedFile()
    {
        using var server = LoopbackServer.With(Workbook.Of(
            ("One", [[Workbook.Text("x")], [Workbook.Number("1")]], "visible", ""), ("Two", [[Workbook.Text("y")], [Workbook.Number("2")]], "visible", "")));

        Assert.Equal(["y"], (await Opened.FromAsync(Source.Parse($"{server.Address("a.xlsx")}::Two"))).Names);
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\nContent-Length: 0", "404")]
    [InlineData("HTTP/1.1 500 Oh no\nContent-Length: 0", "500")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 1000", "cannot be read")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 0", "empty")]
    [InlineData("no server at all", "cannot be read")]
    public async Task FindAsync_TellsWhatTheServerDid(string head, string told)
    {
        using var server = new LoopbackServer(head, []);

        Assert.Contains(told, await RefusalAsync(new Source.Web(server.Address("t.csv"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_TellsThatNobodyAnswers()
    {
        var server = new LoopbackServer("", []);
        var address = server.Address("t.csv");
        server.Dispose();

        Assert.Contains("cannot be read", await RefusalAsync(new Source.Web(address)), StringComparison.Ordinal);
        Assert.Contains("cannot be read", await RefusalAsync(Source.Parse("http://nobody.invalid/t.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/*.csv")]
    [InlineData("data/**")]
    [InlineData("**/t?.csv")]
    [InlineData("data")]
    public async Task FindAsync_FindsFilesByGlobAndFolder(string pattern)
    {
        _folder.Write("data/t1.csv", Csv);
        _folder.Write("data/t2.csv", Csv);

        Assert.Equal(4, (await Opened.FromAsync(new Source.Files(Path.Combine(_folder.Path, pattern)))).Rows.Length);
    }

    [Theory]
    [InlineData("nowhere.csv", "no file")]
    [InlineData("*.nothing", "No file matches")]
    [InlineData("empty", "no table")]
    [InlineData("a\0b", "NUL")]
    public async Task FindAsync_TellsWhatIsNotThere(string path, string told)
    {
        _folder.Write("empty/readme.md", "# nothing");

        Assert.Contains(told, await RefusalAsync(new Source.Files(Path.Combine(_folder.Path, path))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_TakesANameThatHoldsColonsOrWildcardsAsItIs()
    {
        AssertTable(await Opened.FromAsync(Source.Parse(_folder.Write("a::b.csv", Csv))));
        AssertTable(await Opened.FromAsync(Source.Parse(_folder.Write("a*[1]?.csv", Csv))));
    }

    [Fact]
    public async Task FindAsync_RefusesADamagedArchive()
    {
        var packed = await TableAsync("csv.gz");

        Assert.Contains("damaged", await Opened.RefusalOfAsync([.. packed[..12], 0xFF, 0xFF, .. packed[14..]], "t.csv.gz"), StringComparison.Ordinal);
    }

    private async Task<byte[]> TableAsync(string format)
    {
        switch (format)
        {
            case "csv": return Csv;
            case "csv.gz": return Gzip(Csv);
            case "csv.zst": return new ZstdSharp.Compressor().Wrap(Csv).ToArray();
            case "json": return "[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"b\"}]"u8.ToArray();
            case "ndjson": return "{\"id\":1,\"name\":\"a\"}\n{\"id\":2,\"name\":\"b\"}\n"u8.ToArray();
            case "ndjson.gz": return Gzip(await TableAsync("ndjson"));
            case "xlsx": return Workbook.Of([Workbook.Text("id"), Workbook.Text("name")], [Workbook.Number("1"), Workbook.Text("a")], [Workbook.Number("2"), Workbook.Text("b")]);
            default:
                var path = Path.Combine(_folder.Path, "made.parquet");
                await using (var session = await DuckDbSession.OpenAsync(new(1, 200L << 20)))
                {
                    await session.ExecuteAsync(Assays.Sql.SqlText.Of($"COPY (SELECT * FROM (VALUES (1, 'a'), (2, 'b')) t(id, name)) TO {path} (FORMAT parquet)"));
                }

                return await File.ReadAllBytesAsync(path);
        }
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress)) stream.Write(bytes);
        return packed.ToArray();
    }

    private static void AssertTable(Opened table)
    {
        Assert.Equal(["id", "name"], table.Names);
        Assert.Equal([["1", "a"], ["2", "b"]], table.Rows);
    }

    private static async Task<string> RefusalAsync(Source source)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => Opened.FromAsync(source));
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }
}
