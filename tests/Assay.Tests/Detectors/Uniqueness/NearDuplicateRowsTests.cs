using Assays.Detectors;
using Assays.Detectors.Uniqueness;

namespace Assays.Tests.Detectors.Uniqueness;

public sealed class NearDuplicateRowsTests
{
    private static readonly string[] Streets = ["High Street", "Station Road", "Church Lane", "Mill Hill", "Park Avenue", "Queens Crescent", "Bridge End"];
    private static readonly string[] Firsts = ["Anna", "Bernard", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hamish", "Ingrid", "Jonas", "Katarzyna"];
    private static readonly string[] Lasts = ["Abernathy", "Baumgartner", "Castellanos", "Drummond", "Eriksson", "Fitzgerald", "Gonzales", "Hernandez", "Ivanova"];

    [Theory]
    [InlineData("Abernathy, Anna", "High Street 1", "another key")]
    [InlineData("ABERNATHY Anna", "High Street, 1", "another notation")]
    [InlineData("Abernahty, Anna", "High Street 1", "a slip")]
    public void Judge_FindsWhoIsInTheTableTwice(string name, string street, string how)
    {
        var finding = Assert.Single(new NearDuplicateRows().Judge(People(["P1300", name, street, "1990-01-01", "10.50"])));

        Assert.True(finding.WholeRows is [300], how);
        Assert.Contains("row 300 and row 0", finding.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Abernathy, Bernard", "High Street 1", "1990-01-01", "10.50", "another person of the house")]
    [InlineData("Abernathy, Anna", "High Street 2", "1990-01-01", "10.50", "another house")]
    [InlineData("Abernathy, Anna", "High Street 1", "1990-01-01", "11.50", "another sum")]
    [InlineData("Abernathy, Anna", "High Street 1", "1990-01-02", "10.50", "another day")]
    public void Judge_IsSilentOnAnotherThing(string name, string street, string born, string sum, string what) =>
        Assert.True(!new NearDuplicateRows().Judge(People(["P1300", name, street, born, sum])).Any(), what);

    [Fact]
    public void Judge_IsSilentWhereRowsAreAlikeByNature() => Assert.Empty(new NearDuplicateRows().Judge(Examined.Table(
        ["id", "size", "colour", "grade"], [.. Examined.Rows(300).Select(static row => new[] { $"P{row + 1000}", "SML"[row % 3].ToString(), row % 2 == 0 ? "red" : "blue", (row % 5) > 2 ? "first" : "second" })])));

    [Fact]
    public void Judge_LeavesEqualRowsToAnotherRule() => Assert.Empty(new NearDuplicateRows().Judge(People(["P1000", "Abernathy, Anna", "High Street 1", "1990-01-01", "10.50"])));

    private static Examination People(string[] last) => Examined.Table(
        ["id", "name", "street", "born", "sum"], [.. Examined.Rows(300).Select(static row => new[]
        {
            $"P{row + 1000}", $"{Lasts[row / 11 % 9]}, {Firsts[row % 11]}", $"{Streets[row % 7]} {(row * 31 % 97) + 1}",
            new DateTime(1990, 1, 1).AddDays(row * 17).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), FormattableString.Invariant($"{(row * 13 % 400) + 10.5:0.00}"),
        }), last]);
}
