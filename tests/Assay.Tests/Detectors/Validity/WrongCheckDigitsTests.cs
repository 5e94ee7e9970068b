using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class WrongCheckDigitsTests
{
    private static readonly string[] Right =
    [
        "0378-5955", "2049-3630", "0317-8471", "1050-124X", "0028-0836", "0036-8075", "0140-6736", "0027-8424", "1476-4687", "1095-9203",
    ];

    [Fact]
    public void Judge_FindsTheMistypedNumber()
    {
        var finding = Assert.Single(new WrongCheckDigits().Judge(Examined.Column("issn", Right.Append("0378-5965"))));

        Assert.Equal("0378-5965", Assert.Single(finding.Cells).Value);
    }

    [Fact]
    public void Judge_IsSilentOnRightNumbers() => Assert.Empty(new WrongCheckDigits().Judge(Examined.Column("issn", Right)));
}
