using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class RemovedColumnsTests
{
    [Fact]
    public void Judge_NamesTheColumnThatIsNoLongerThere()
    {
        var finding = Assert.Single(new RemovedColumns().Judge(Compared.With(static row => row[1..], Compared.Names[1..])));

        Assert.Equal("Column amount is no longer there", finding.Title);
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Judge_DoesNotMissATargetThatIsNotKnownYet() =>
        Assert.Empty(new RemovedColumns().Judge(Compared.With(static row => row[1..], Compared.Names[1..]) with { AbsentTarget = "amount" }));

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new RemovedColumns().Judge(Compared.Twin()));
}
