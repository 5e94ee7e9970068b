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

    [Fact]
    public void Judge_IsSilentOnCodesOfOneForm() => Assert.Empty(new MalformedValues().Judge(Examined.Column("lake", Codes)));

    [Fact]
    public void Judge_IsSilentOnNames() =>
        Assert.Empty(new MalformedValues().Judge(Examined.Column("name", Enumerable.Repeat("San Jose", 40).Concat(["Winston-Salem", "St. Louis"]))));

    private static IEnumerable<string> Codes => Enumerable.Range(0, 60).Select(static i => string.Create(CultureInfo.InvariantCulture, $"CT{5100 + i}-{i % 90:00}-{i % 3}"));
}
