using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MisfitValuesTests
{
    [Fact]
    public void Judge_LetsACellHoldSeveralAddresses() => Assert.Empty(new MisfitValues().Judge(Examined.Column(
        "contact", [.. Examined.Rows(40).Select(static i => $"p{i}@example.org"), "a@example.org, b@example.org"])));

    [Theory]
    [InlineData("wattsschool.example.org", false)]
    [InlineData("sites.example.com/watts?id=1", false)]
    [InlineData("ww.watts.example.org", true)]
    [InlineData("htp://watts.example.org", true)]
    [InlineData("closed since 2015", true)]
    public void Judge_LetsAnAddressStandWithoutItsScheme(string address, bool isMisfit)
    {
        var addresses = Examined.Rows(60).Select(static row => $"http://www.school{row}.example.org").Append(address);

        Assert.Equal(isMisfit, new MisfitValues().Judge(Examined.Column("website", addresses)).Any());
    }

    [Fact]
    public void Judge_FindsWhatIsNoAddress()
    {
        var finding = Assert.Single(new MisfitValues().Judge(Examined.Column("email", Examined.Rows(60).Select(static row => row == 9 ? "ann.example.org" : $"user{row}@example.org"))));

        Assert.Equal(9, Assert.Single(finding.Cells).Row);
        Assert.DoesNotContain("ann", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnAddresses() => Assert.Empty(new MisfitValues().Judge(Examined.Column("email", Examined.Rows(60).Select(static row => $"user{row}@example.org"))));
}
