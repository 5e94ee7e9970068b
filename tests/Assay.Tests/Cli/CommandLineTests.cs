using System.Text.Json.Nodes;

namespace Assays.Tests.Cli;

/// <summary>The command as a shell sees it: a process, its exit status, its two streams.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Check_OfACleanTable_EndsWith0_AndWritesNothingUnasked()
    {
        var ended = await Shell.RunAsync("check", Table("id,name\n1,Ada\n2,Grace\n"));

        Assert.Equal(0, ended.Status);
        Assert.Contains("Grade", ended.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_shell.Path("")));
    }

    [Theory]
    [InlineData("--effort", "silly")]
    [InlineData("--memory", "much")]
    [InlineData("--threads", "0")]
    [InlineData("--fail-under", "101")]
    [InlineData("--fail-on", "7")]
    [InlineData("--nonsense", "1")]
    [InlineData("--target", "nobody")]
    public async Task Check_WithAnOptionThatCannotBeUsed_EndsWith2AndOneLine(string option, string value)
    {
        var ended = await Shell.RunAsync("check", Table("id,name\n1,Ada\n"), option, value);

        Assert.Equal(2, ended.Status);
        Assert.Single(ended.Errors.Trim().Split('\n'));
        Assert.StartsWith("assay: ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfMoreRowsThanMaxScan_EndsWith2_AndSaysWhatToDo()
    {
        var ended = await Shell.RunAsync("check", Table("id\n1\n2\n3\n"), "--max-scan", "2");

        Assert.Equal(2, ended.Status);
        Assert.Contains("has 3 rows, more than the 2 that --max-scan allows; assess a part of it by --query", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithASample_JudgesSoManyRows_AndSaysSo()
    {
        await Shell.RunAsync("check", Table("id\n" + string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"{i}\n"))), "--sample", "1000", "--json", Report("sampled"));

        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Report("sampled"), TestContext.Current.CancellationToken))!["sample"]!;
        Assert.InRange((int)sample["rows"]!, 800, 1_000);
        Assert.False((bool)sample["complete"]!);
    }

    [Fact]
    public async Task Check_OfAMissingFile_EndsWith2AndNamesIt()
    {
        var ended = await Shell.RunAsync("check", "nowhere.csv");

        Assert.Equal(2, ended.Status);
        Assert.Contains("nowhere.csv", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenAReportCannotBeWritten_EndsWith2()
    {
        var ended = await Shell.RunAsync("check", Table("id\n1\n"), "--json", _shell.Path("no/such/folder/r.json"));

        Assert.Equal(2, ended.Status);
        Assert.Contains("folder", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assay contract diff --help", "contract", "diff", "a.yaml")]
    [InlineData("assay check --help", "check")]
    [InlineData("assay --help")]
    public async Task ACallThatLacksSomething_IsShownTheHelpOfItsCommand(string help, params string[] arguments)
    {
        var ended = await Shell.RunAsync(arguments);

        Assert.Equal(2, ended.Status);
        Assert.Contains($"'{help}'", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_000)]
    [InlineData(120_000)]
    public async Task Check_WithOneAndWithTwoThreads_WritesTheSameJson(int rows)
    {
        var table = Table("id,x,of,day\n" + string.Concat(Enumerable.Range(0, rows).Select(
            static i => $"{i},{(i % 997 == 0 ? 900 : Math.Sin(i)):R},{(i % 1009 == 0 ? "N/A" : $"k{i % 7}")},2024-0{1 + i % 9}-1{i % 10}\n")));

        await Shell.RunAsync("check", table, "--json", Report("one"), "--threads", "1");
        await Shell.RunAsync("check", table, "--json", Report("two"), "--threads", "2");

        Assert.Equal(WithoutTimings(Report("one")), WithoutTimings(Report("two")));
    }

    [Fact]
    public async Task Check_WithAReportToStandardOutput_WritesNothingElseThere()
    {
        var ended = await Shell.RunAsync("check", Table("id,name\n1,Ada\n2,Grace\n"), "--json", "-");

        Assert.Equal(0, ended.Status);
        Assert.Equal(2, (int)JsonNode.Parse(ended.Output)!["rows"]!);
        Assert.Contains("Grade", ended.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(_shell.Path("")));
    }

    [Fact]
    public async Task Check_WithTwoReportsToStandardOutput_EndsWith2()
    {
        var ended = await Shell.RunAsync("check", Table("id\n1\n"), "--json", "-", "--cells", "-");

        Assert.Equal(2, ended.Status);
        Assert.Contains("standard output", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repair_OntoItsSource_IsRefused()
    {
        var table = Table("id\n1\n");

        var ended = await Shell.RunAsync("repair", table, "-o", table);

        Assert.Equal(2, ended.Status);
        Assert.Equal("id\n1\n", await File.ReadAllTextAsync(table, TestContext.Current.CancellationToken));
    }

    private string Table(string csv) => _shell.Write("table.csv", csv);

    private string Report(string name) => _shell.Path($"{name}.json");

    private static string WithoutTimings(string path)
    {
        var node = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        node.Remove("timings");
        return node.ToJsonString();
    }

    [Fact]
    public async Task Check_AsksForAPassword_OnlyOfAServer()
    {
        var ended = await Shell.RunAsync("check", "orders.csv", "--password");

        Assert.Equal((2, "assay: --password is for tables on a server; orders.csv needs none.\n"), (ended.Status, ended.Errors));
    }
}
