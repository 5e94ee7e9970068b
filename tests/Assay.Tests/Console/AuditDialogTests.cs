using System.Collections.Immutable;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Labels.Audit;
using Spectre.Console.Testing;

namespace Assays.Tests.Console;

public sealed class AuditDialogTests
{
    private static readonly AuditTerms Terms = AuditTerms.Of(0.95, null, null, 0.05);

    private static AuditSession Session(int lines = 3) => new(
        new(["text"], [.. Enumerable.Range(0, lines).Select(i => new AuditLine(i, "all", 1000, null, "cat", null, [$"words {i}"]))]), Terms);

    private static async Task<(AuditSession Session, string Output, int Saves)> RunAsync(AuditSession session, string keys)
    {
        using var console = new TestConsole().Interactive();
        foreach (var key in keys) console.Input.PushCharacter(key);
        var saves = 0;
        await new AuditDialog(session, console, _ => { saves++; return Task.CompletedTask; }).RunAsync(TestContext.Current.CancellationToken);
        return (session, console.Output, saves);
    }

    [Fact]
    public async Task Run_TakesOneKeyALabel_AndSavesAfterEach()
    {
        var (session, output, saves) = await RunAsync(Session(), "rwu");

        Assert.Equal([AuditVerdict.Right, AuditVerdict.Wrong, AuditVerdict.Unsure], session.Sheet.Lines.Select(static l => l.Verdict!.Value));
        Assert.Equal(3, saves);
        Assert.Contains("words 1", output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 labels are right", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_GoesBack_IgnoresOtherKeys_AndCanBeLeft()
    {
        var (session, _, _) = await RunAsync(Session(), "rxbwq");

        Assert.Equal([AuditVerdict.Wrong, null, null], session.Sheet.Lines.Select(static l => l.Verdict));
    }

    [Fact]
    public async Task Run_StopsWhenEnoughIsKnown()
    {
        var (session, output, _) = await RunAsync(Session(200), new string('w', 200));

        Assert.InRange(session.Sheet.Lines.Count(static l => l.Verdict is not null), 2, 30);
        Assert.Contains("REJECT", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithNobodyThere_SaysWhatToDoInstead()
    {
        using var console = new TestConsole();

        await Assert.ThrowsAsync<InputException>(() => new AuditDialog(Session(), console, static _ => Task.CompletedTask).RunAsync(TestContext.Current.CancellationToken));
    }
}
