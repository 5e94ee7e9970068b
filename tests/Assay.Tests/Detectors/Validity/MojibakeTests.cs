using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("cafÃ©", "café")]
    [InlineData("Â£5", "£5")]
    [InlineData("itâ€™s", "it’s")]
    [InlineData("Ð\u201DÐ¾Ð¼", "Дом")]
    [InlineData("Ñ\u0081Ð¾Ð½", "сон")]
    public void Judge_FindsMisreadTextAndReadsItAgain(string value, string mended)
    {
        var finding = Assert.Single(new Mojibake().Judge(Examined.Column("text", ["tea", value])));

        Assert.Equal(mended, Assert.Single(finding.Cells).Repair!.Value.Value);
    }

    [Theory]
    [InlineData("café")]
    [InlineData("SÃO PAULO")]
    [InlineData("«CAFÉ»")]
    [InlineData("Москва")]
    [InlineData("Ærøskøbing – 5 £")]
    public void Judge_IsSilentOnTextThatIsWhatItSeems(string value) => Assert.Empty(new Mojibake().Judge(Examined.Column("text", ["tea", value])));

    [Fact]
    public void Judge_FindsLostCharactersWithoutARepair()
    {
        var finding = Assert.Single(new Mojibake().Judge(Examined.Column("text", ["caf\uFFFD", "tea"])));

        Assert.Null(Assert.Single(finding.Cells).Repair);
    }

    [Theory]
    [InlineData("Schr\u0326der")]
    [InlineData("Ga\u0331ska, Hu\u0329ck")]
    public void Judge_FindsMarksThatFormNoLetter(string value)
    {
        var finding = Assert.Single(new Mojibake().Judge(Examined.Column("name", [.. Enumerable.Repeat("Meyer", 30), value])));

        Assert.Equal(30, Assert.Single(finding.Cells).Row);
        Assert.Equal("stranded", finding.Aspect);
    }

    [Theory]
    [InlineData("Timi\u0073\u0326oara")]
    [InlineData("e\u0323\u0301gbo\u0323\u0301n")]
    [InlineData("Guarani g\u0303")]
    public void Judge_IsSilentOnMarksThatAlphabetsUse(string value) =>
        Assert.Empty(new Mojibake().Judge(Examined.Column("name", [.. Enumerable.Repeat("Meyer", 30), value])));

    [Fact]
    public void Judge_DoubtsLostCharactersMore_InALongText()
    {
        static double Confidence(string value) => Assert.Single(Assert.Single(new Mojibake().Judge(Examined.Column("text", ["tea", value]))).Cells).Confidence;

        Assert.InRange(Confidence("The caf\uFFFD is open on all days but Sunday, when its owner goes fishing"), 0.5, Confidence("caf\uFFFD") - 0.1);
    }

    [Fact]
    public void Judge_IsSilentWhereMarksAreHowTheColumnIsWritten() =>
        Assert.Empty(new Mojibake().Judge(Examined.Column("said", [.. Enumerable.Repeat("n\u0329", 10), .. Enumerable.Repeat("ma", 30)])));
}
