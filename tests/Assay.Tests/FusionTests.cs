using Assays.Data;
using Assays.Findings;

namespace Assays.Tests;

public sealed class FusionTests
{
    private static readonly Column _city = new(0, "city");
    private static readonly Rule _one = new("AS0998", "one-rule", "One", Dimension.Validity, Severity.Warning);
    private static readonly Rule _other = new("AS0999", "other-rule", "Other", Dimension.Consistency, Severity.Warning);

    [Fact]
    public void Combine_MakesTwoRulesOnOneCellSurerThanEither()
    {
        var outcomes = Fusion.Combine([Told(_one, (3, 0.8), (4, 0.8)), Told(_other, (3, 0.7))]);

        Assert.Equal(0.7, Confidence(outcomes[1], 3), 6);
        Assert.InRange(Confidence(outcomes[0], 3), 0.81, 0.9);
        Assert.Equal(0.8, Confidence(outcomes[0], 4), 6);
    }

    [Fact]
    public void Combine_LeavesTheSurestRuleTheSurest()
    {
        var mojibake = _one with { Name = "mojibake" };
        var misspellings = _other with { Name = "misspellings" };

        var outcomes = Fusion.Combine([Told(mojibake, (3, 0.97)), Told(misspellings, (3, 0.9))]);

        Assert.True(Confidence(outcomes[0], 3) > Confidence(outcomes[1], 3));
    }

    [Fact]
    public void Combine_CountsOneRuleOnce()
    {
        var outcomes = Fusion.Combine([Told(_one, (3, 0.8), (3, 0.8))]);

        Assert.Equal(0.8, Confidence(outcomes[0], 3), 6);
    }

    [Fact]
    public void Combine_LeavesDoubtsBelowEvenOddsAndFindingsWithoutCells()
    {
        var without = new Outcome.Ran(_other, [new(_other, [_city], "Said of the column.") { Confidence = 0.3 }]);

        var outcomes = Fusion.Combine([Told(_one, (3, 0.4)), Told(_other, (3, 0.9)), without]);

        Assert.Equal(0.4, Confidence(outcomes[0], 3));
        Assert.Equal(0.9, Confidence(outcomes[1], 3), 6);
        Assert.Equal(0.3, Assert.Single(((Outcome.Ran)outcomes[2]).Findings).Confidence);
    }

    [Fact]
    public void Combine_GivesTheFindingTheMeanOfItsCells()
    {
        var finding = Assert.Single(((Outcome.Ran)Fusion.Combine([Told(_one, (1, 0.6), (2, 0.8))])[0]).Findings);

        Assert.Equal(0.7, finding.Confidence, 6);
    }

    private static double Confidence(Outcome outcome, long row) => ((Outcome.Ran)outcome).Findings[0].Cells.First(c => c.Row == row).Confidence;

    private static Outcome.Ran Told(Rule rule, params (long Row, double Confidence)[] cells) => new Outcome.Ran(rule,
    [
        new(rule, [_city], "Wrong.") { Cells = [.. cells.Select(static c => new SuspectCell(c.Row, _city, "Ulmm", c.Confidence, "Because."))] },
    ]);
}
