using Assays.Detectors.Fitness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Fitness;

public sealed class ClassImbalanceTests
{
    [Theory]
    [InlineData(5, Severity.Warning)]
    [InlineData(30, Severity.Note)]
    public void Judge_FindsRareClasses(int rare, Severity severity)
    {
        var examination = Examined.Column("fraud", Examined.Rows(1000).Select(row => row < rare ? "yes" : "no"));

        var finding = Assert.Single(new ClassImbalance().Judge(examination with { Target = examination.Schema.Columns[0] }));

        Assert.Equal(severity, finding.Severity);
        Assert.Equal(rare, finding.AffectedRows);
    }

    [Fact]
    public void Judge_FindsRowsWithoutAnAnswer()
    {
        var examination = Examined.Column("fraud", Examined.Rows(100).Select(static row => row < 7 ? null : row % 2 == 0 ? "yes" : "no"));

        Assert.Equal(7, Assert.Single(new ClassImbalance().Judge(examination with { Target = examination.Schema.Columns[0] })).AffectedRows);
    }

    [Fact]
    public void Judge_IsSilentOnBalancedClassesAndOnQuantities()
    {
        var balanced = Examined.Column("fraud", Examined.Rows(100).Select(static row => row % 3 == 0 ? "yes" : "no"));
        var quantity = Examined.Column("price", Examined.Rows(100).Select(static row => $"{row}.5"));

        Assert.Empty(new ClassImbalance().Judge(balanced with { Target = balanced.Schema.Columns[0] }));
        Assert.Empty(new ClassImbalance().Judge(quantity with { Target = quantity.Schema.Columns[0] }));
    }
}
