using Assays.Detectors.Validity;
using Assays.Findings;

namespace Assays.Tests.Detectors.Validity;

public sealed class NumbersAsTextTests
{
    [Fact]
    public void Judge_TakesLettersOfEqualRankBehindNumbersForLabels() =>
        Assert.Empty(new NumbersAsText().Judge(Examined.Column("term", ["2005f", "2006f", "2007f", "2006s", "2007s", "2008s"])));

    [Theory]
    [InlineData("12 oz.", "12 oz")]
    [InlineData("12 ounces", "12 oz")]
    [InlineData("12", "12 oz")]
    public void Judge_FindsTheRarerWayOfWritingAndMendsIt(string value, string mended)
    {
        var finding = Assert.Single(new NumbersAsText().Judge(Examined.Column("size", Examined.Rows(40).Select(row => row == 7 ? value : $"{10 + (row % 5)} oz"))));

        var cell = Assert.Single(finding.Cells);
        Assert.Equal(7, cell.Row);
        Assert.Equal(mended, cell.Repair!.Value.Value);
    }

    [Fact]
    public void Judge_TakesOffAPercentSignWhenTheNumbersAreOfOneSize()
    {
        var finding = Assert.Single(new NumbersAsText().Judge(Examined.Column("abv", Examined.Rows(40).Select(static row => row == 7 ? "0.05%" : $"0.0{4 + (row % 4)}"))));

        Assert.Equal("0.05", Assert.Single(finding.Cells).Repair!.Value.Value);
    }

    [Fact]
    public void Judge_ProposesNothingWhenTheUnitMayDiffer()
    {
        var finding = Assert.Single(new NumbersAsText().Judge(Examined.Column("weight", Examined.Rows(40).Select(static row => row % 10 == 7 ? "70000 g" : $"{60 + row} kg"))));

        Assert.Equal(4, finding.Cells.Length);
        Assert.All(finding.Cells, static cell => Assert.Null(cell.Repair));
    }

    [Fact]
    public void Judge_OnlyNotesOneWayThroughout()
    {
        var finding = Assert.Single(new NumbersAsText().Judge(Examined.Column("sample", Examined.Rows(40).Select(static row => $"{row} patients"))));

        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Empty(finding.Cells);
    }

    [Fact]
    public void Judge_FindsWhatIsNoNumberAmongThem()
    {
        var finding = Assert.Single(new NumbersAsText().Judge(Examined.Column("score", Examined.Rows(40).Select(static row => row == 7 ? "x4%" : $"{row}%"))));

        Assert.Equal(7, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnThousandsThatAreSeparatedWhereThereAreSome() =>
        Assert.DoesNotContain(new NumbersAsText().Judge(Examined.Column("people", Examined.Rows(40).Select(static row => row % 2 == 0 ? $"{row + 1},250" : $"{row + 100}"))), static f => f.Severity != Severity.Note);

    [Fact]
    public void Judge_IsSilentOnPlainNumbersAndOnWords()
    {
        Assert.Empty(new NumbersAsText().Judge(Examined.Column("x", Examined.Rows(40).Select(static row => $"{row}.5"))));
        Assert.Empty(new NumbersAsText().Judge(Examined.Column("street", Examined.Rows(40).Select(static row => $"{row} Main Street"))));
    }
}
