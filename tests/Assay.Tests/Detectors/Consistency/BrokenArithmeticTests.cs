using Assays.Detectors;
using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class BrokenArithmeticTests
{
    [Theory]
    [InlineData("65.20", "56.20")]
    [InlineData("-56.20", "56.20")]
    [InlineData("562.0", "56.2")]
    [InlineData("56.2", null)]
    public void Judge_FindsTheNumberThatASlipMadeWrong(string written, string? meant)
    {
        var finding = new BrokenArithmetic().Judge(Orders(written)).SingleOrDefault();

        Assert.Equal(meant, finding?.Cells.Single().Repair?.Value);
        Assert.Equal(meant is null ? null : "total", finding?.Cells.Single().Column.Name);
        Assert.Equal(meant is null ? [] : [10], finding?.WholeRows ?? []);
    }

    [Fact]
    public void Judge_NamesTheRowAlone_WhereNoSlipExplainsIt()
    {
        var finding = Assert.Single(new BrokenArithmetic().Judge(Orders("913.37")));

        Assert.Empty(finding.Cells);
        Assert.Equal([10], finding.WholeRows);
        Assert.Equal("total is price plus shipping in all rows but 1: row 10 says 913.37, while 42.9 + 13.3 is 56.2.", finding.Explanation);
    }

    [Fact]
    public void Judge_IsSilent_WhereAnotherColumnTellsWhichRowsDoNotAddUp()
    {
        var examination = Examined.Table(["price", "shipping", "total", "country"], [.. Examined.Rows(300).Select(static row =>
        {
            var (price, shipping) = ((row * 37 % 900) + 0.5, (row * 7 % 19) + 0.25);
            var isTaxed = row % 30 == 0;
            return new[] { Text(price), Text(shipping), Text((price + shipping) * (isTaxed ? 1.2 : 1)), isTaxed ? "FR" : "DE" };
        })]).Related();

        Assert.NotEmpty(examination.Profile.Relations.Arithmetic);
        Assert.Empty(new BrokenArithmetic().Judge(examination));
    }

    /// <summary>100 orders that add up but for the total of row 10.</summary>
    private static Examination Orders(string written) => Examined.Table(["price", "shipping", "total"], [.. Examined.Rows(100).Select(row =>
    {
        var (price, shipping) = (row == 10 ? 42.90 : (row * 37 % 90) + 10.5, row == 10 ? 13.30 : (row * 7 % 19) + 1.25);
        return new[] { Text(price), Text(shipping), row == 10 ? written : Text(price + shipping) };
    })]).Related();

    private static string Text(double number) => FormattableString.Invariant($"{number:0.00}");
}
