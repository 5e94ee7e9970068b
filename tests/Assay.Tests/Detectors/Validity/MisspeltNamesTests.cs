using Assays.Detectors.Validity;
using Assays.Findings;

namespace Assays.Tests.Detectors.Validity;

public sealed class MisspeltNamesTests
{
    private static readonly string[] Flags = ["Panama", "Liberia", "Belize", "Cape Verde", "France", "Guatemala", "Senegal", "Trinidad & Tobago", "Côte d’Ivoire", "Norway"];
    private static readonly string[] Cities = ["Sydney", "London", "Lagos", "Mumbai", "Toronto", "Kyoto", "Hamburg", "Santiago", "Boston", "Seville"];

    [Theory]
    [InlineData("El Salvado", "El Salvador")]
    [InlineData("GUATMALA", "Guatemala")]
    [InlineData("Hunagry", "Hungary")]
    public void Judge_FindsACountryThatNoListHasAndWhatWasMeant(string written, string meant) =>
        Assert.Equal(meant, Assert.Single(Cells([.. Flags, written])).Repair?.Value);

    [Fact]
    public void Judge_ProposesNothingWhereItDoubts() => Assert.Null(Assert.Single(Cells([.. Flags, "Indonasia"])).Repair);

    [Fact]
    public void Judge_FindsACityWithTwoLettersSwapped() => Assert.Equal("Syndey", Assert.Single(Cells([.. Cities, "Syndey"])).Value);

    [Fact]
    public void Judge_FindsAMonthInItsLanguage() =>
        Assert.Equal("septiembre", Assert.Single(Cells(["enero", "febrero", "abril", "mayo", "agosto", "diciembre", "octubre", "junio", "setpiembre"])).Repair?.Value);

    [Fact]
    public void Judge_IsSilentOnNamesThatTheListsHave() => Assert.Empty(Cells(Flags));

    [Fact]
    public void Judge_IsSilentOnNamesThatAreCloseToNone() => Assert.Empty(Cells([.. Flags, "Other countries", "Channel Islands", "EU-27"]));

    [Fact]
    public void Judge_IsSilentOnSmallTownsWhoseNamesAreKnown() => Assert.Empty(Cells([.. Cities, "Delphi", "Clinton", "Woodburn"]));

    [Fact]
    public void Judge_IsSilentOnASpellingThatManyRowsHave() => Assert.Empty(Cells([.. Flags, .. Enumerable.Repeat("Roumania", 6), "Romania"]));

    [Fact]
    public void Judge_IsLessSureWhereManyNamesAreInNoList()
    {
        string[] others = ["Freedonia", "Sylvania", "Ruritania", "Zubrowka", "Latveria", "Genovia"];

        Assert.True(Cells([.. Flags, "El Salvado"])[0].Confidence > Cells([.. Flags, .. others, "El Salvado"]).Select(static cell => cell.Confidence).DefaultIfEmpty(0.5).First());
    }

    [Fact]
    public void Judge_IsSilentOnColumnsThatNameOtherThings() =>
        Assert.Empty(Cells(["Panama", "Straw", "Bowler", "Fedora", "Trilby", "Homburg", "Beret", "Beanie", "Panana"]));

    private static List<SuspectCell> Cells(string[] values) =>
        [.. new MisspeltNames().Judge(Examined.Column("name", values)).SelectMany(static finding => finding.Cells)];
}
