using Assays.Profiling.Typing;

namespace Assays.Tests.Profiling.Typing;

public sealed class DecoratedNumberTests
{
    [Theory]
    [InlineData("12.0 oz.", 12, "", "oz.", false, false)]
    [InlineData("$1,234.50", 1234.5, "$", "", true, false)]
    [InlineData("1.234,50 €", 1234.5, "", "€", true, true)]
    [InlineData("(1,200)", -1200, "", "", true, false)]
    [InlineData("-5%", -5, "", "%", false, false)]
    [InlineData("3,5", 3.5, "", "", false, true)]
    [InlineData("1,234", 1234, "", "", true, false)]
    [InlineData("1 234 567", 1234567, "", "", true, false)]
    [InlineData("EUR 7", 7, "EUR", "", false, false)]
    public void Read_FindsTheNumberAndWhatIsAroundIt(string text, double value, string prefix, string suffix, bool thousands, bool comma) =>
        Assert.Equal(new DecoratedNumber(value, prefix, suffix, thousands, comma), DecoratedNumber.Read(text));

    [Theory]
    [InlineData("SI2")]
    [InlineData("T-38A")]
    [InlineData("12 34")]
    [InlineData("1,23,456.7.8")]
    [InlineData("AA-1007-MIA-PHX")]
    [InlineData("00501")]
    public void Read_LeavesCodesAlone(string text) => Assert.Null(DecoratedNumber.Read(text));
}
