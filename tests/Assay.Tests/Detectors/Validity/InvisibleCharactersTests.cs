using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class InvisibleCharactersTests
{
    [Fact]
    public void Judge_DoesNotCallTheValuesWrongWhereAllHaveSuchCharacters()
    {
        var finding = Assert.Single(new InvisibleCharacters().Judge(Examined.Column("province", ["Ont.\u200B", "Que.\u200B", "Man.\u200B"])));

        Assert.All(finding.Cells, static cell => Assert.False(cell.IsLikely));
        Assert.Equal("Ont.", finding.Cells[0].Repair!.Value.Value);
    }

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
