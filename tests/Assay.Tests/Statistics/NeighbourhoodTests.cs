using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class NeighbourhoodTests
{
    [Fact]
    public void Of_HasEveryTextOneEditAway()
    {
        var around = Neighbourhood.Of("cat").ToHashSet();

        Assert.All(["at", "cats", "act", "bat", "coat"], text => Assert.Contains(text, around));
        Assert.All(around, static text => Assert.True(Edit.Distance(text, "cat", 2) <= 1));
    }

    [Fact]
    public void Of_TellsOnceWhatWasMeant() =>
        Assert.Equal(("all", EditKind.Insertion), Assert.Single(Neighbourhood.Of("alll", static text => text == "all").Select(static near => (near.Meant, near.Edit.Kind))));
}
