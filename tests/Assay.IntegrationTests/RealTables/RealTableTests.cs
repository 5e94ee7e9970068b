using System.Globalization;
using System.Text.Json.Nodes;
using Assays.Data;
using Assays.IntegrationTests.Servers;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.RealTables;

/// <summary>What is promised of every table, seen on real ones; without the folder beside the repository only on the sample.</summary>
public sealed class RealTableTests : IDisposable
{
    private readonly Shell _shell = new();

    public static TheoryData<string> Tables =>
        [.. Repository.Files("../shared/data/real", "*").Where(static f => new FileInfo(f).Length < 5 << 20).Prepend(Repository.Path("samples/orders.csv"))];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Check_WithOneAndWithTwoThreads_WritesTheSameJson(string table)
    {
        Assert.Equal(await JsonAsync(table, threads: 1), await JsonAsync(table, threads: 2));
    }

    /// <summary>Findings about pairs of rows (copies, keys) are rarer in a sample by its share, and those at the edge of notice come and go.</summary>
    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Grade_OfATenthOfTheRows_IsThatOfAll(string table)
    {
        var source = (Source.Files)Source.Parse(table);
        var whole = await Assay.CheckAsync(source, new CheckOptions(), cancellationToken: TestContext.Current.CancellationToken);
        // The sample's errors come once or twice each, and a tenth of its rows holds few of them.
        if (whole.Profile.Rows < 1_000 || table.EndsWith("orders.csv", StringComparison.Ordinal)) return;
        var differences = new List<double>();
        for (var seed = 1; seed <= 5; seed++)
        {
            var sample = new Source.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM source USING SAMPLE reservoir({whole.Profile.Rows / 10} ROWS) REPEATABLE ({seed})"), source);
            var tenth = await Assay.CheckAsync(sample, new CheckOptions { Threads = 1 }, cancellationToken: TestContext.Current.CancellationToken);
            differences.Add(Math.Abs(tenth.Grade.Overall.Value - whole.Grade.Overall.Value));
        }

        Assert.InRange(differences.Order().ElementAt(2), 0, 2.2);
        Assert.InRange(differences.Max(), 0, 4);
    }

    private async Task<string> JsonAsync(string table, int threads)
    {
        var path = _shell.Path(string.Create(CultureInfo.InvariantCulture, $"{threads}.json"));
        var ended = await Shell.RunAsync("check", table, "--json", path, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--quiet");
        Assert.Equal(0, ended.Status);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!.AsObject();
        json.Remove("timings");
        return json.ToJsonString();
    }
}
