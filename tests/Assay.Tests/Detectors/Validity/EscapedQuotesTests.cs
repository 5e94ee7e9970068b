using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class EscapedQuotesTests
{
    [Theory]
    [InlineData("O''Neill", "O'Neill")]
    [InlineData("O\\'Neill", "O'Neill")]
    [InlineData("d''Arc''y", "d'Arc'y")]
    public void Judge_MendsAnEscapedQuote(string value, string mended)
    {
        var finding = Assert.Single(new EscapedQuotes().Judge(Examined.Column("name", ["Smith", value, "O'Brien"])));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal(1, cell.Row);
        Assert.Equal(mended, cell.Repair!.Value.Value);
    }

    [Theory]
    [InlineData("O'Brien")]
    [InlineData("5' 6''")]
    [InlineData("the ''best''")]
    [InlineData("C:\\temp")]
    public void Judge_IsSilentOnOtherQuotes(string value) => Assert.Empty(new EscapedQuotes().Judge(Examined.Column("name", ["Smith", value])));
}
