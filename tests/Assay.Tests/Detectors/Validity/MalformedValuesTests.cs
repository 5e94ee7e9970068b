using System.Globalization;
using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class MalformedValuesTests
{
    [Fact]
    public void Judge_FindsAStrayLetterInACode()
    {
        var finding = Assert.Single(new MalformedValues().Judge(Examined.Column("lake", Codes.Append("CT5111-u09-1"))));

        Assert.Equal(60, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_DoubtsALoneShapeAmongManyRareOnes()
    {
        var crowded = Codes.Concat(["CT-1", "CT5 rev. 2", "C/T-77/8", "CT5111-u09-1"]);
        double Confidence(IEnumerable<string> codes) =>
            new MalformedValues(certain: 0.01).Judge(Examined.Column("lake", codes)).SelectMany(static f => f.Cells).Where(static c => c.Value == "CT5111-u09-1").Max(static c => c.Confidence);

        Assert.True(Confidence(crowded) < Confidence(Codes.Append("CT5111-u09-1")));
    }

    [Fact]
    public void Judge_IsSilentOnNamesInScriptsWithoutCapitals() =>
        Assert.Empty(new MalformedValues().Judge(Examined.Column("school", [.. Enumerable.Repeat("دانشگاه علوم", 40), "دانشگاه ا-علوم"])));

    [Fact]
    public void Judge_IsSilentOnTheFirstNumberWithADigitMore()
    {
        string[] groups = [.. Enumerable.Range(0, 30).Select(static i => $"g{(i % 9) + 1}")];

        Assert.Empty(new MalformedValues().Judge(Examined.Column("group", groups.Append("g10"))));
        Assert.NotEmpty(new MalformedValues().Judge(Examined.Column("group", groups.Append("g73"))));
    }

    [Theory]
    [InlineData("1402 N. Main Street", false)]
    [InlineData("14-18 Main Street", false)]
    [InlineData("1402 Winston-Salem Street", false)]
    [InlineData("1402 N Main Street", false)]
    [InlineData("1402 MAIN Street", false)]
    [InlineData("14x2 Main Street", true)]
    [InlineData("1402Main Street", true)]
    public void Judge_LeavesTheWritingOfPhrasesToTheirWriters(string address, bool isMalformed)
    {
        string[] streets = ["Oak Street", "North Elm Avenue", "Hill Road", "Long Lane"];
        var addresses = Examined.Rows(80).Select(row => string.Create(CultureInfo.InvariantCulture, $"{1100 + (row * 7)} {streets[row % 4]}"));

        Assert.Equal(isMalformed, new MalformedValues().Judge(Examined.Column("address", addresses.Append(address))).Any());
    }

    [Fact]
    public void Judge_MissesAMarkThatEveryPhraseHas()
    {
        string[] titles = ["Botany", "Soil Conservation", "Safety Technician", "Bond Sales Promotion"];
        var series = Examined.Rows(80).Select(row => string.Create(CultureInfo.InvariantCulture, $"{1100 + (row * 7)}-{titles[row % 4]}"));

        Assert.Equal("0410Zoology", Assert.Single(Assert.Single(new MalformedValues().Judge(Examined.Column("title", series.Append("0410Zoology")))).Cells).Value);
    }

    [Fact]
    public void Judge_IsSilentOnCodesOfOneForm() => Assert.Empty(new MalformedValues().Judge(Examined.Column("lake", Codes)));

    [Fact]
    public void Judge_IsSilentOnNames() =>
        Assert.Empty(new MalformedValues().Judge(Examined.Column("name", Enumerable.Repeat("San Jose", 40).Concat(["Winston-Salem", "St. Louis"]))));

    private static IEnumerable<string> Codes => Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"CT{5100 + i}-{i % 90:00}-{i % 3}"));
}
