using Assays.Cli.Console;
using Assays.Data;
using Assays.Labels.Review;
using Spectre.Console.Testing;

namespace Assays.Tests.Console;

public sealed class ReviewDialogTests
{
    private static readonly Sample Table = Sample.Of(["x", "label"], [["1", "cat"], ["2", "cat"], ["9", "dog"], ["8", "cat"]]);

    private static ReviewSession Session() => new([new(3, "cat", "dog", 0.9, "It is big."), new(0, "cat", "dog", 0.6, "Who knows.")]);

    private static async Task<string> RunAsync(ReviewSession session, string keys)
    {
        using var console = new TestConsole().Interactive();
        foreach (var key in keys) console.Input.PushCharacter(key);
        await new ReviewDialog(session, new ReviewRows(Table, Table.Schema.Find("label")!), console, static () => Task.CompletedTask).RunAsync(TestContext.Current.CancellationToken);
        return console.Output;
    }

    [Fact]
    public async Task Run_ShowsTheRowItsReasonAndItsNeighbours()
    {
        var output = await RunAsync(Session(), "q");

        Assert.Contains("x: 8", output, StringComparison.Ordinal);
        Assert.Contains("It is big.", output, StringComparison.Ordinal);
        Assert.Contains("row 2 'dog'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ChangesKeepsAndTakesAnotherLabelByItsNumber()
    {
        var session = Session();

        await RunAsync(session, "c2");

        Assert.Equal("dog", session.Changes[3]);
        Assert.Equal("dog", session.Changes[0]);
    }

    [Fact]
    public async Task Run_TakenUpAgain_AsksOnlyAboutTheRest()
    {
        var first = Session();
        await RunAsync(first, "cq");
        var rows = ReviewSheet.Records(first).Select(static r => r.Select(static f => (string?)f).ToArray()).ToArray();

        var second = Session();
        ReviewSheet.Resume(second, Sample.Of([.. ReviewSheet.Header], rows));
        await RunAsync(second, "k");

        Assert.Equal([ReviewDecision.Change, ReviewDecision.Keep], second.Items.Select(static i => i.Decision!.Value));
        Assert.Null(second.Current);
    }

    [Fact]
    public void Resume_OfALabelThatHasChangedSince_AsksAgain()
    {
        var session = Session();

        ReviewSheet.Resume(session, Sample.Of([.. ReviewSheet.Header], [["3", "bird", "keep", null]]));

        Assert.Equal(0, session.Decided);
    }
}
