using System.IO.Compression;
using System.Text;

namespace Assays.Tests.Cli;

/// <summary>Whatever is given to the command, it ends with a right result, or with one line and status 2; reports are whole or absent.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> Refused => ["empty.csv", "garbage.csv", "garbage.parquet", "cut.gz", "broken.json", "garbage.xlsx", "garbage.arrow", "garbage.db", "folder", "absent.csv", "*.nothing", "http://127.0.0.1:9/x.csv", "absent.db::t"];

    public static TheoryData<string> Assessed => ["header.csv", "column.csv", "noheader.csv", "hostile.csv", "zeros.csv", "quote.csv", "long.csv", "wide.csv", "blank.csv"];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Check_OfWhatCannotBeRead_EndsWith2_OneLine_AndNoReport(string name)
    {
        Make(name);

        var ended = await Shell.RunAsync("check", name.Contains("//", StringComparison.Ordinal) ? name : _shell.Path(name), "--html", _shell.Path("report.html"), "--json", _shell.Path("report.json"));

        Assert.Equal(2, ended.Status);
        Assert.Matches("^assay: [^\n]+\n$", ended.Errors);
        Assert.Empty(Directory.GetFiles(_shell.Path(""), "report*"));
    }

    [Theory]
    [MemberData(nameof(Assessed))]
    public async Task Check_OfAnOddTable_AssessesIt_AndWritesWholeReports(string name)
    {
        Make(name);

        var ended = await Shell.RunAsync("check", _shell.Path(name), "--html", _shell.Path("report.html"), "--json", _shell.Path("report.json"), "--quiet");

        Assert.Equal((0, ""), (ended.Status, ended.Errors));
        var html = await File.ReadAllTextAsync(_shell.Path("report.html"), TestContext.Current.CancellationToken);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.True(new FileInfo(_shell.Path("report.html")).Length <= 1_500_000);
        using var json = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(_shell.Path("report.json"), TestContext.Current.CancellationToken));
    }

    private void Make(string name)
    {
        var rubbish = new byte[5_000];
        new Random(1).NextBytes(rubbish);
        switch (name)
        {
            case "empty.csv": Write(name, []); break;
            case "garbage.csv" or "garbage.parquet": Write(name, rubbish); break;
            case "garbage.xlsx": Write(name, [.. "PK\u0003\u0004"u8, .. rubbish]); break;
            case "garbage.arrow": Write(name, [.. "ARROW1\0\0"u8, .. rubbish]); break;
            case "garbage.db": Write(name, [.. "SQLite format 3\0"u8, .. rubbish]); break;
            case "cut.gz": Write(name, Packed("a,b\n1,2\n")[..^12]); break;
            case "folder": Directory.CreateDirectory(_shell.Path(name)); break;
            case "broken.json": _shell.Write(name, "{\"a\": [1, {\"b\""); break;
            case "header.csv": _shell.Write(name, "a,b,c\n"); break;
            case "blank.csv": _shell.Write(name, "\n\n  \n"); break;
            case "column.csv": _shell.Write(name, "a\n1\n2\nx\n"); break;
            case "noheader.csv": _shell.Write(name, string.Concat(Enumerable.Range(0, 50).Select(static i => $"{i},{i * 2},x\n"))); break;
            case "hostile.csv": _shell.Write(name, "\"\"\"; drop table t\",<script>alert(1)</script>,=cmd(),a,a,,../../etc\n" + string.Concat(Enumerable.Range(0, 30).Select(static i => $"{i},<script>alert({i})</script>,=1+{i},x,y,z,{i}\n"))); break;
            case "zeros.csv": Write(name, "a,b\n1,\0\n\0\0,2\n"u8.ToArray()); break;
            case "quote.csv": _shell.Write(name, "a,b\n1,\"open\n2,3\n4,5\n"); break;
            case "long.csv": _shell.Write(name, $"a,b\n1,{new string('x', 3_000_000)}\n2,y\n"); break;
            case "wide.csv": _shell.Write(name, string.Concat(Enumerable.Range(0, 21).Select(static row => string.Join(',', Enumerable.Range(0, 2_000).Select(c => row == 0 ? $"c{c}" : $"{row * c % 7}")) + "\n"))); break;
        }
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(_shell.Path(name), bytes);

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
