using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Engines.Postgres;
using Assays.IntegrationTests.Servers;
using Assays.Sql;
using Assays.Tests.Cli;

namespace Assays.IntegrationTests.Postgres;

/// <summary>What goes wrong on a server or on the way to it is one clear line, and the right exit status.</summary>
public sealed class PostgresTroubleTests(PostgresServer server)
{
    // A query that lasts as long as a test wants to look at it, in a database that has all the rows it counts.
    private const string Endless = "SELECT count(*) AS n FROM generate_series(1, 100000000000) AS g";

    [Fact]
    public async Task Check_WithAWrongPassword_SaysWhatToGive_AndNeverShowsIt()
    {
        var (status, output, errors) = await Shell.RunAsync("check", $"postgres://owner:not-it-8731@{server.Host}/postgres?table=t");

        Assert.Equal(2, status);
        Assert.Contains("PGPASSWORD", Waiting.OneLine(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("8731", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckAsync_WithAPasswordThatWasAskedFor_IsLetIn()
    {
        var source = Assert.IsType<Source.Server>(Source.Parse($"postgres://owner:not-it@{server.Host}/postgres")) with { Password = PostgresServer.Password };

        var assessment = await Assay.CheckAsync(new Source.Query("SELECT g FROM generate_series(1, 3) AS t(g)", source), new() { Effort = Effort.Quick }, null, TestContext.Current.CancellationToken);

        Assert.Equal(3, assessment.Profile.Rows);
    }

    [Fact]
    public async Task Check_WithoutAServer_SaysThatNoneIsThere()
    {
        var (status, _, errors) = await Shell.RunAsync("check", $"postgres://owner:x@127.0.0.1:{FreePort.Next()}/postgres?table=t");

        Assert.Equal(2, status);
        Assert.Contains("cannot be reached", Waiting.OneLine(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfATableThatIsNotThere_NamesThoseThatAre()
    {
        await server.RunAsync("CREATE TABLE IF NOT EXISTS there (a int)");

        var (status, _, errors) = await Shell.RunAsync("check", server.Address("nowhere"));

        Assert.Equal(2, status);
        Assert.Contains("there is no table 'nowhere'", Waiting.OneLine(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutTheRightToOneColumn_NamesIt_AndReadsTheOthersByQuery()
    {
        await server.RunAsync(
            """
            DROP TABLE IF EXISTS paid; CREATE TABLE paid (name text, salary int); INSERT INTO paid VALUES ('a', 1), ('b', 2);
            DROP ROLE IF EXISTS clerk; CREATE ROLE clerk LOGIN PASSWORD 'clerk'; GRANT SELECT (name) ON paid TO clerk
            """);
        var address = $"postgres://clerk:clerk@{server.Host}/postgres";

        var (status, _, errors) = await Shell.RunAsync("check", $"{address}?table=paid");
        var (allowed, _, _) = await Shell.RunAsync("check", address, "--query", "SELECT name FROM paid");

        Assert.Equal(2, status);
        Assert.Contains("salary", Waiting.OneLine(errors), StringComparison.Ordinal);
        Assert.Equal(0, allowed);
    }

    [Fact]
    public async Task Check_LongerThanTheTimeout_EndsOnTheServerToo()
    {
        var (status, _, errors) = await Shell.RunAsync("check", server.Address("x").Split('?')[0], "--query", $"{Endless} -- too long", "--timeout", "1");

        Assert.Equal(3, status);
        Assert.Contains("--timeout", Waiting.OneLine(errors), StringComparison.Ordinal);
        Assert.Equal(0, await RunningAsync("too long"));
    }

    [Fact]
    public async Task QueryAsync_Cancelled_EndsOnTheServer()
    {
        using var cancellation = new CancellationTokenSource();
        var opening = OpenAsync(server.Host, $"{Endless} -- to be cancelled", cancellation.Token);
        await Waiting.UntilAsync(() => RunningAsync("to be cancelled"), running => running == 1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        await Waiting.UntilAsync(() => RunningAsync("to be cancelled"), running => running == 0);
    }

    [Fact]
    public async Task Check_OfAConnectionThatIsCut_SaysThatItIsLost()
    {
        using var wire = new CutWire(server.Host);
        var opening = OpenAsync(wire.Host, $"{Endless} -- to be cut", TestContext.Current.CancellationToken);
        await Waiting.UntilAsync(() => RunningAsync("to be cut"), running => running == 1);

        wire.Cut();

        var error = await Assert.ThrowsAsync<EngineException>(() => opening);
        Assert.Contains("was lost", Waiting.OneLine(error.Message), StringComparison.Ordinal);
        await server.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%to be cut%' AND pid <> pg_backend_pid()");
    }

    [Fact]
    public async Task Check_OfAServerThatIsKilled_SaysThatItIsLost()
    {
        var other = new PostgresServer();
        await other.InitializeAsync();
        try
        {
            var opening = OpenAsync(other.Host, $"{Endless} -- to be killed", TestContext.Current.CancellationToken);
            await Waiting.UntilAsync(() => other.CountAsync(Running("to be killed")), running => running == 1);

            await other.KillAsync();

            var error = await Assert.ThrowsAsync<EngineException>(() => opening);
            Assert.Contains("was lost", Waiting.OneLine(error.Message), StringComparison.Ordinal);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task Query_ThatWrites_IsRefused()
    {
        await server.RunAsync("CREATE TABLE IF NOT EXISTS kept (a int); CREATE OR REPLACE FUNCTION emptied() RETURNS int LANGUAGE sql AS 'DELETE FROM kept RETURNING 1'");
        foreach (var query in (string[])["SELECT emptied() AS n", "WITH gone AS (DELETE FROM kept RETURNING a) SELECT * FROM gone", "SELECT 1 AS a); COMMIT; DROP TABLE kept; SELECT (1"])
        {
            var (status, _, errors) = await Shell.RunAsync("check", server.Address("x").Split('?')[0], "--query", query);

            Assert.Equal(2, status);
            Waiting.OneLine(errors);
        }

        Assert.Equal(0, await server.CountAsync("SELECT count(*) FROM kept"));
    }

    private static string Running(string mark) => $"SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%-- {mark}%' AND pid <> pg_backend_pid()";

    private Task<long> RunningAsync(string mark) => server.CountAsync(Running(mark));

    private static Task<Table> OpenAsync(string host, string query, CancellationToken cancellationToken) => new PostgresEngine().OpenAsync(
        new Source.Query(query, Source.Parse($"postgres://owner:{Uri.EscapeDataString(PostgresServer.Password)}@{host}/postgres")),
        new(Threads: 1, 1 << 20), cancellationToken);
}
