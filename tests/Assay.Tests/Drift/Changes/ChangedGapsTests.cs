using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class ChangedGapsTests
{
    [Fact]
    public void Judge_FindsAFewPerCentOfEmptyValues()
    {
        var finding = Assert.Single(new ChangedGaps().Judge(Compared.With("amount", static (value, row) => row % 25 == 0 ? null : value)));

        Assert.Equal("amount", finding.Columns[0].Name);
        Assert.Equal("More missing values", finding.Title);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Judge_CallsBlankWhatIsBlank() =>
        Assert.Equal("More blank values", Assert.Single(new ChangedGaps().Judge(Compared.With("city", static (value, row) => row % 10 == 0 ? " " : value))).Title);

    [Fact]
    public void Judge_IsAnErrorWhenAColumnIsEmptyNow() =>
        Assert.Equal(Severity.Error, Assert.Single(new ChangedGaps().Judge(Compared.With("share", static (_, _) => null))).Severity);

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new ChangedGaps().Judge(Compared.Twin()));
}
