using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Engines.ClickHouse;
using Assays.IntegrationTests.Servers;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.ClickHouse;

/// <summary>What goes wrong on a cluster or on the way to it is one clear line, and the right exit status.</summary>
public sealed class ClickHouseTroubleTests(ClickHouseCluster cluster)
{
    // A query that lasts as long as a test wants to look at it.
    private const string Endless = "SELECT count() AS n FROM system.numbers WHERE number % 3 = 7";

    [Fact]
    public async Task Check_WithAWrongPassword_SaysWhatToGive_AndNeverShowsIt()
    {
        var (status, output, errors) = await Shell.RunAsync("check", $"clickhouse://owner:not-it-8731@{cluster.Host}/default?table=t");

        Assert.Equal(2, status);
        Assert.Contains("CLICKHOUSE_PASSWORD", Waiting.OneLine(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("8731", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_WithAPasswordThatWasAskedFor_IsLetIn()
    {
        var source = Assert.IsType<Source.Server>(Source.Parse($"clickhouse://owner:not-it@{cluster.Host}/default")) with { Password = ClickHouseServer.Password };

        var assessment = await Assay.CheckAsync(new Source.Query("SELECT number FROM system.numbers LIMIT 3", source), new() { Effort = Effort.Quick }, null, TestContext.Current.CancellationToken);

        Assert.Equal(3, assessment.Profile.Rows);
    }

    [Fact]
    public async Task Check_WithoutAServer_SaysThatNoneIsThere()
    {
        var (status, _, errors) = await Shell.RunAsync("check", $"clickhouse://owner:x@127.0.0.1:{FreePort.Next()}/default?table=t");

        Assert.Equal(2, status);
        Assert.Contains("cannot be reached", Waiting.OneLine(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere?table=t", "nowhere")]
    [InlineData("/default?table=absent", "there is no table 'absent'")]
    [InlineData("/default?table=there&color=red", "not known")]
    public async Task Check_OfWhatIsNotThere_SaysSo(string place, string expected)
    {
        await cluster.First.RunAsync("CREATE TABLE IF NOT EXISTS there (a Int32) ENGINE = Memory");

        var (status, _, errors) = await Shell.RunAsync("check", $"clickhouse://owner:{Uri.EscapeDataString(ClickHouseServer.Password)}@{cluster.Host}{place}");

        Assert.Equal(2, status);
        Assert.Contains(expected, Waiting.OneLine(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsAUserWhoMayOnlyRead_IsDone()
    {
        await cluster.First.RunAsync("CREATE TABLE IF NOT EXISTS readable (a Int32) ENGINE = Memory");
        await cluster.First.RunAsync("INSERT INTO readable VALUES (1), (2)");

        var (status, _, errors) = await Shell.RunAsync("check", $"clickhouse://reader:reader@{cluster.Host}/default?table=readable");

        Assert.Equal("", errors);
        Assert.Equal(0, status);
    }

    [Fact]
    public async Task Check_LongerThanTheTimeout_EndsOnTheServerToo()
    {
        var (status, _, errors) = await Shell.RunAsync("check", cluster.Address("x").Split('?')[0], "--query", $"{Endless} -- too long", "--timeout", "1");

        Assert.Equal(3, status);
        Assert.Contains("--timeout", Waiting.OneLine(errors), StringComparison.Ordinal);
        Assert.Equal(0, await RunningAsync("too long"));
    }

    [Fact]
    public async Task OpenAsync_Cancelled_EndsOnTheServer()
    {
        using var cancellation = new CancellationTokenSource();
        var opening = OpenAsync(cluster.Host, $"{Endless} -- to be cancelled", cancellation.Token);
        await Waiting.UntilAsync(() => RunningAsync("to be cancelled"), static running => running == 1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await Waiting.UntilAsync(() => RunningAsync("to be cancelled"), static running => running == 0);
    }

    [Fact]
    public async Task OpenAsync_OverAWireThatIsCut_SaysThatItIsLost()
    {
        using var wire = new CutWire(cluster.Host);
        var opening = OpenAsync(wire.Host, $"{Endless} -- to be cut", TestContext.Current.CancellationToken);
        await Waiting.UntilAsync(() => RunningAsync("to be cut"), static running => running == 1);

        wire.Cut();

        var error = await Assert.ThrowsAsync<EngineException>(() => opening);
        Assert.Contains("was lost", Waiting.OneLine(error.Message), StringComparison.Ordinal);
        await cluster.First.RunAsync("KILL QUERY WHERE query LIKE '%to be cut%' ASYNC");
    }

    [Fact]
    public async Task Check_OfAServerThatIsKilled_SaysThatItIsLost()
    {
        using var other = new ClickHouseServer();
        await other.StartAsync([other]);
        var opening = OpenAsync(other.Host, $"{Endless} -- to be killed", TestContext.Current.CancellationToken);
        await Waiting.UntilAsync(() => RunningAsync("to be killed", other), static running => running == 1);

        other.Kill();

        var error = await Assert.ThrowsAsync<EngineException>(() => opening);
        Assert.Contains("was lost", Waiting.OneLine(error.Message), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithAShardDown_Fails_AndIsMarkedWhereAPartIsAskedFor()
    {
        var other = new ClickHouseCluster();
        await other.InitializeAsync();
        try
        {
            using var shell = new Shell();
            await other.SpreadAsync(shell.Write("spread.csv", Readings.Csv(rows: 40)), "spread", "`id`");
            other.Second.Kill();
            var json = shell.Path("part.json");

            var (failed, _, errors) = await Shell.RunAsync("check", other.Address("spread"));
            var (assessed, _, _) = await Shell.RunAsync("check", $"{other.Address("spread")}&partial=1", "--json", json);

            Assert.Equal(3, failed);
            Assert.Contains("misses a part of its cluster", Waiting.OneLine(errors), StringComparison.Ordinal);
            Assert.Equal(0, assessed);
            Assert.Contains("PARTIAL: 1 of 2 shards", await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task Query_ThatWrites_IsRefused()
    {
        await cluster.First.RunAsync("CREATE TABLE IF NOT EXISTS kept (a Int32) ENGINE = Memory");
        foreach (var query in (string[])["INSERT INTO kept VALUES (1)", "SELECT 1 AS a); DROP TABLE kept; SELECT (1", "DROP TABLE kept"])
        {
            var (status, _, errors) = await Shell.RunAsync("check", cluster.Address("x").Split('?')[0], "--query", query);

            Assert.Equal(2, status);
            Waiting.OneLine(errors);
        }

        Assert.Equal("0\n", await cluster.First.RunAsync("SELECT count() FROM kept"));
    }

    private static async Task<long> RunningAsync(string mark, ClickHouseServer server) =>
        long.Parse(await server.RunAsync($"SELECT count() FROM system.processes WHERE query LIKE '%-- {mark}%' AND NOT query LIKE '%system.processes%'"), System.Globalization.CultureInfo.InvariantCulture);

    private Task<long> RunningAsync(string mark) => RunningAsync(mark, cluster.First);

    private static Task<Table> OpenAsync(string host, string query, CancellationToken cancellationToken) => new ClickHouseEngine().OpenAsync(
        new Source.Query(query, Source.Parse($"clickhouse://owner:{Uri.EscapeDataString(ClickHouseServer.Password)}@{host}/default")),
        new(Threads: 1, 1 << 20), cancellationToken);

    [Fact]
    public async Task Check_OfAColumnCalledNullOverShards_IsRefused()
    {
        using var shell = new Shell();
        await cluster.SpreadAsync(shell.Write("null.csv", "id,null\n1,a\n2,b\n"), "column called null", "`id`");

        var ended = await Shell.RunAsync("check", cluster.Address("\"column called null\""));

        Assert.Equal(2, ended.Status);
        Assert.Contains("'null' cannot be read from the shards", Waiting.OneLine(ended.Errors), StringComparison.Ordinal);
    }
}
