using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class SpellingVariantsTests
{
    [Theory]
    [InlineData("Saint Louis", "saint louis")]
    [InlineData("St. Louis", "St Louis")]
    [InlineData("Winston-Salem", "Winston Salem")]
    [InlineData("Zürich", "Zurich")]
    public void Judge_FindsTheRarerSpellingAndMendsIt(string usual, string variant)
    {
        var finding = Assert.Single(new SpellingVariants().Judge(Examined.Column("city", [.. Enumerable.Repeat(usual, 20), .. Enumerable.Repeat("Ulm", 20), variant])));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal(40, cell.Row);
        Assert.Equal(usual, cell.Repair!.Value.Value);
    }

    [Theory]
    [InlineData("Newtown", "New Town")]
    [InlineData("A", "A+")]
    [InlineData("C", "C#")]
    [InlineData("room 1-2", "room 12")]
    [InlineData("v1.2", "v12")]
    public void Judge_KeepsApartWhatMayBeTwoThings(string one, string other) =>
        Assert.Empty(new SpellingVariants().Judge(Examined.Column("x", [.. Enumerable.Repeat(one, 20), .. Enumerable.Repeat("z", 20), other])));

    [Fact]
    public void Judge_DoesNotChooseBetweenSpellingsThatAreEquallyFrequent() =>
        Assert.Empty(new SpellingVariants().Judge(Examined.Column("city", [.. Enumerable.Repeat("Ulm", 20), .. Enumerable.Repeat("ULM", 15)])));

    [Fact]
    public void Judge_CallsNoCellWrongByCaseWhereTheColumnKeepsToNone()
    {
        var languages = Enumerable.Repeat("eng", 40).Concat(["ENG", "German", "French", "FIN", "spa", "ita"]);

        var finding = Assert.Single(new SpellingVariants().Judge(Examined.Column("language", languages)));

        var cell = Assert.Single(finding.Cells);
        Assert.False(cell.IsLikely);
        Assert.Equal("eng", cell.Repair!.Value.Value);
    }
}
