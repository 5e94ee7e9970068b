using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class ChangedGroupsTests
{
    [Fact]
    public void Judge_NamesTheGroupAndTheChange()
    {
        var finding = Assert.Single(Judge(static (_, cells) => Dated.Scale(cells, cells[1] == "Bern" ? 100 : 1)));

        Assert.Equal(["amount", "vendor"], finding.Columns.Select(static c => c.Name));
        Assert.Contains("'Bern' 100 times as large", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains("The rest is as it was", finding.Explanation, StringComparison.Ordinal);
        Assert.NotNull(finding.Rows);
    }

    [Fact]
    public void Judge_FindsWhatTheWholeHides()
    {
        var comparison = Dated.By("vendor", static (_, cells) => Dated.Scale(cells, cells[1] switch { "Bern" => 1.4, "Cato" => 1 / 1.4, _ => 1 }));

        var finding = Assert.Single(new ChangedGroups().Judge(comparison));

        Assert.DoesNotContain(new DriftedColumns().Judge(comparison), static f => f.Severity == Severity.Warning);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("'Bern'", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains("'Cato'", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_FindsGapsOfOneGroup() =>
        Assert.Contains("'Emil' 100 % missing", Assert.Single(Judge(static (_, cells) => cells[2] = cells[1] == "Emil" ? null : cells[2])).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Judge_LeavesAChangeOfAllGroupsToTheOtherRules() => Assert.Empty(Judge(static (_, cells) => Dated.Scale(cells, 1.5)));

    [Fact]
    public void Judge_IsSilentWhenNothingChanged() => Assert.Empty(Judge(static (_, _) => { }));

    [Fact]
    public void Rule_IsSkippedWithABaseline() =>
        Assert.NotNull(new ChangedGroups().NotApplicable(Dated.By("vendor", static (_, _) => { }) with { ReferenceSample = null }));

    private static Finding[] Judge(Dated.Change change) => [.. new ChangedGroups().Judge(Dated.By("vendor", change)).Where(static f => f.Columns[0].Name != "month")];
}
