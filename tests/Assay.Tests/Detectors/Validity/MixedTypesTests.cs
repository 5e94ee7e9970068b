using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MixedTypesTests
{
    [Fact]
    public void Judge_TakesABoundForANumber() =>
        Assert.Empty(new MixedTypes().Judge(Examined.Column("share", ["<11", "> 0.5", .. Examined.Rows(20).Select(static i => $"{i}.5")])));

    [Theory]
    [InlineData("12", "1x2")]
    [InlineData("7:15 p.m.", "7:15 p.m. (estimated)")]
    [InlineData("2024-01-17", "see above")]
    [InlineData("yes", "yxs")]
    public void Judge_FindsWhatTheOthersAreNot(string usual, string other)
    {
        var values = Examined.Rows(60).Select(row => row == 40 ? other : row % 3 == 0 && usual == "yes" ? "no" : usual);

        var finding = Assert.Single(new MixedTypes().Judge(Examined.Column("x", values)));

        Assert.Equal(40, Assert.Single(finding.Cells).Row);
    }

    [Theory]
    [InlineData("12", "-7.5")]
    [InlineData("12", "N/A")]
    [InlineData("12", "12 kg")]
    [InlineData("2024-01-17", "17.1.2024")]
    [InlineData("2024-01-17", "2024-02-30")]
    [InlineData("Bonn", "12")]
    public void Judge_LeavesTheRestToOthers(string usual, string other) =>
        Assert.Empty(new MixedTypes().Judge(Examined.Column("x", Examined.Rows(60).Select(row => row == 40 ? other : usual))));
}
