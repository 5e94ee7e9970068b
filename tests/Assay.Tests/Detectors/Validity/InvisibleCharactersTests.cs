using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class InvisibleCharactersTests
{
    [Theory]
    [InlineData("Bo\u200Bnn", "Bonn")]
    [InlineData("\uFEFFBonn", "Bonn")]
    [InlineData("Bo\u0007nn", "Bonn")]
    [InlineData("Bo\u00ADnn", "Bonn")]
    public void Judge_FindsThemAndTakesThemOut(string value, string mended)
    {
        var finding = Assert.Single(new InvisibleCharacters().Judge(Examined.Column("city", ["Ulm", value])));

        Assert.Equal(mended, Assert.Single(finding.Cells).Repair!.Value.Value);
    }

    [Theory]
    [InlineData("two\nlines\tand a tab")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("👩\u200D🚀")]
    public void Judge_LeavesWhatBelongsIntoText(string value) => Assert.Empty(new InvisibleCharacters().Judge(Examined.Column("text", ["a", value])));
}
