using Assays.Detectors.Completeness;

namespace Assays.Tests.Detectors.Completeness;

public sealed class BlankValuesTests
{
    [Fact]
    public void Judge_FindsValuesOfWhiteSpaceAlone()
    {
        var finding = Assert.Single(new BlankValues().Judge(Examined.Column("name", ["Ann", "  ", "Bob", "\t", null])));

        Assert.Equal([1, 3], finding.Cells.Select(static cell => cell.Row));
        Assert.All(finding.Cells, static cell => Assert.Null(cell.Repair!.Value.Value));
    }

    [Fact]
    public void Judge_IsSilentOnValuesAndGaps() => Assert.Empty(new BlankValues().Judge(Examined.Column("name", ["Ann", " Bob", null, ""])));
}
