using System.Text.Json;

namespace Assays.Tests.Cli;

/// <summary>The ways to name a source, as a shell sees them.</summary>
public sealed class SourcesCommandTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Check_OfAQuery_AssessesItsAnswer()
    {
        var table = _shell.Write("data.csv", "city,n\nRome,1\nOslo,2\nRome,3\n");

        var (status, _, errors) = await Shell.RunAsync("check", table, "--query", "SELECT city, n FROM source WHERE city = 'Rome'", "--json", _shell.Path("r.json"));

        Assert.Equal((0, ""), (status, errors));
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_shell.Path("r.json"), TestContext.Current.CancellationToken));
        Assert.Equal(2, report.RootElement.GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task Check_OfAGlob_AssessesAllFiles()
    {
        _shell.Write("a1.csv", "id,x\n1,a\n");
        _shell.Write("a2.csv", "id,x\n2,b\n");

        var (status, _, _) = await Shell.RunAsync("check", _shell.Path("a*.csv"), "--json", _shell.Path("r.json"), "--quiet");

        Assert.Equal(0, status);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(_shell.Path("r.json"), TestContext.Current.CancellationToken));
        Assert.Equal(2, report.RootElement.GetProperty("rows").GetInt64());
    }

    [Theory]
    [InlineData("SELECT nothing FROM source")]
    [InlineData("DROP TABLE source")]
    public async Task Check_OfAQueryThatFails_EndsWith2_OneLine_AndNoReport(string sql)
    {
        var (status, _, errors) = await Shell.RunAsync("check", _shell.Write("data.csv", "a\n1\n"), "--query", sql, "--json", _shell.Path("r.json"));

        Assert.Equal(2, status);
        Assert.StartsWith("assay: The query", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(_shell.Path("r.json")));
    }
}
