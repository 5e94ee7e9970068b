using Assays.Detectors.Completeness;

namespace Assays.Tests.Detectors.Completeness;

public sealed class EmptyColumnsTests
{
    [Fact]
    public void Judge_FindsColumnsWithoutAValue()
    {
        var finding = Assert.Single(new EmptyColumns().Judge(Examined.Table(["a", "b"], [["1", null], ["2", ""], [null, null]])));

        Assert.Equal("b", Assert.Single(finding.Columns).Name);
        Assert.Equal(3, finding.AffectedRows);
    }

    [Fact]
    public void Judge_IsSilentOnATableWithoutRows() => Assert.Empty(new EmptyColumns().Judge(Examined.Table(["a"], [])));
}
