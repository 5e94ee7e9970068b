using Assays.Drift.Changes;

namespace Assays.Tests.Drift.Changes;

public sealed class DriftedTargetTests
{
    [Fact]
    public void Judge_TellsOfTheTargetAndNothingElse()
    {
        var comparison = Compared.With("city", static (value, row) => row % 3 == 0 ? "Trier" : value);
        var aimed = comparison with { Target = comparison.Sample.Schema.Find("city") };

        Assert.Equal("Target that moved", Assert.Single(new DriftedTarget().Judge(aimed)).Title);
        Assert.Empty(new DriftedColumns().Judge(aimed));
    }

    [Fact]
    public void NotApplicable_WithoutTargetAndPredictions() => Assert.NotNull(new DriftedTarget().NotApplicable(Compared.Twin()));

    [Fact]
    public void Judge_IsSilentOnATwin()
    {
        var twin = Compared.Twin();

        Assert.Empty(new DriftedTarget().Judge(twin with { Target = twin.Sample.Schema.Find("city") }));
    }
}
