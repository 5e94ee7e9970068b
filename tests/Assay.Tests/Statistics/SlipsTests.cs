using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class SlipsTests
{
    [Fact]
    public void Find_TellsARareTextBesideAFrequentOne()
    {
        var slips = Slips.Find(["birmingham", "montgomery", "birminghxm"], [40, 30, 1]);

        var slip = Assert.Single(slips);
        Assert.Equal((2, 0), (slip.Text, slip.Meant));
        Assert.True(slip.Probability > 0.9);
    }

    [Fact]
    public void Find_DoubtsNothingWhereFrequentTextsAreNeighboursToo()
    {
        ImmutableArray<string> states = ["AL", "AK", "AZ", "AR", "GA", "CA", "CO", "CT", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "IA", "ID", "IL", "IN", "VA", "WA", "PA", "LA"];

        var slips = Slips.Find(states, [.. Enumerable.Repeat(20, 21), 1, 1, 1]);

        Assert.DoesNotContain(slips, static slip => slip.Probability >= 0.5);
    }

    [Theory]
    [InlineData("Segment 1", "Segment 2")]
    [InlineData("2013", "2031")]
    [InlineData("yes", "Yes")]
    public void Find_LeavesOtherNumbersAndOtherCasesAlone(string frequent, string rare) =>
        Assert.DoesNotContain(Slips.Find([frequent, rare], [50, 1]), static slip => slip.Probability >= 0.5);

    [Fact]
    public void Find_SeesTheSameStrangeCharacterInManyPlaces()
    {
        var slips = Slips.Find(["acute care hospitals", "acutexcarexhospitals", "critical access"], [60, 1, 40]);

        Assert.Equal(2, Assert.Single(slips).Edits);
    }

    [Fact]
    public void Find_TakesTheSameChangeOfManyTextsForASystem()
    {
        ImmutableArray<string> texts = ["al_pneumonia", "al_failure", "al_attack", "al_surgery", "ak_pneumonia", "ak_failure", "ak_attack", "ak_surgery"];

        Assert.Empty(Slips.Find(texts, [40, 40, 40, 40, 1, 1, 1, 1]));
    }
}
