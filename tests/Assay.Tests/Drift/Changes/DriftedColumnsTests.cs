using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class DriftedColumnsTests
{
    [Fact]
    public void Judge_SaysWhichWayNumbersWent()
    {
        var finding = Assert.Single(new DriftedColumns().Judge(Compared.With("amount", static (value, _) =>
            (double.Parse(value!, System.Globalization.CultureInfo.InvariantCulture) + 5).ToString(System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal("amount", finding.Columns[0].Name);
        Assert.Contains("went up", finding.Explanation, StringComparison.Ordinal);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Judge_NamesTheCategoryThatMovedMost() =>
        Assert.Contains(
            "Trier", Assert.Single(new DriftedColumns().Judge(Compared.With("city", static (value, row) => row % 3 == 0 ? "Trier" : value))).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Judge_LeavesAnotherUnitToItsOwnRule() =>
        Assert.Empty(new DriftedColumns().Judge(Compared.With("amount", static (value, _) => value!.Replace(".", "", StringComparison.Ordinal))));

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new DriftedColumns().Judge(Compared.Twin()));
}
