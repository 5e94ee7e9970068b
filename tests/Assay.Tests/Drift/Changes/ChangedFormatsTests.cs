using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class ChangedFormatsTests
{
    [Fact]
    public void Judge_FindsDatesWrittenInAnotherWay()
    {
        var finding = Assert.Single(new ChangedFormats().Judge(Compared.With("day", static (value, _) => $"{value![8..]}/{value[5..7]}/{value[..4]}")));

        Assert.Equal("day", finding.Columns[0].Name);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Judge_FindsCodesWithoutTheirHyphen() =>
        Assert.Equal("code", Assert.Single(new ChangedFormats().Judge(Compared.With("code", static (value, row) => row % 5 == 0 ? value!.Replace("-", "", StringComparison.Ordinal) : value))).Columns[0].Name);

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new ChangedFormats().Judge(Compared.Twin()));
}
