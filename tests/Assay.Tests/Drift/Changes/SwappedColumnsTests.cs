using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class SwappedColumnsTests
{
    [Fact]
    public void Judge_NamesBothColumns()
    {
        var finding = Assert.Single(new SwappedColumns().Judge(Compared.With(static row => [row[4], .. row[1..4], row[0], row[5]])));

        Assert.Equal(["amount", "share"], finding.Columns.Select(static c => c.Name));
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new SwappedColumns().Judge(Compared.Twin()));
}
