using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Tests.Drift.Changes;

public sealed class DatedChangesTests
{
    private const int Break = Dated.ReferenceDays + 15;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Judge_DatesAnotherUnit_AndNamesIt(bool isWeekly)
    {
        var finding = Assert.Single(Judge(static (day, cells) => Dated.Scale(cells, day >= Break ? 100 : 1), isWeekly));

        Assert.Equal("amount", finding.Columns[0].Name);
        Assert.Contains($"on {Dated.Name(Break)}: 100 times as large", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_DatesTheDayFromWhichValuesAreMissing()
    {
        var finding = Assert.Single(Judge(static (day, cells) => cells[2] = day >= Break && cells[1] == "Ada" ? null : cells[2]));

        Assert.Contains($"on {Dated.Name(Break)}: ", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains("missing, none before", finding.Explanation, StringComparison.Ordinal);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Judge_DatesBothEndsOfWhatPassed()
    {
        var finding = Assert.Single(Judge(static (day, cells) => Dated.Scale(cells, day is >= Break and < Break + 4 ? 2.5 : 1)));

        Assert.Contains($"on {Dated.Name(Break)}", finding.Explanation, StringComparison.Ordinal);
        Assert.Contains($"on {Dated.Name(Break + 4)}", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NamesTheCategoryThatCame() =>
        Assert.Contains("'held', none before", Assert.Single(Judge(static (day, cells) => cells[3] = day >= Break && cells[1] == "Ada" ? "held" : cells[3])).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Judge_DatesNumbersThatAreWrittenAsTexts() => Assert.Contains(
        $"on {Dated.Name(Break)}: 100 % of the values no numbers, none before",
        Assert.Single(Judge(static (day, cells) => cells[2] = day >= Break ? cells[2]!.Replace('.', ',') : cells[2])).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Judge_TakesBlankTextsForMissing() =>
        Assert.Contains("missing, none before", Assert.Single(Judge(static (day, cells) => cells[3] = day >= Break && cells[1] == "Ada" ? " " : cells[3])).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Judge_BelievesNoPeriodOfAFewRows()
    {
        // Nearly all orders of the last ten days are of one day: the other days have a handful, of which chance makes what it likes.
        var finding = Assert.Single(Judge(static (day, cells) =>
        {
            if (day >= Dated.ReferenceDays + 18 && cells[2]![^1] != '7') cells[0] = Dated.Name(Dated.ReferenceDays + 18);
            if (cells[2]![^2] == '3') cells[2] = null;
        }));

        Assert.Contains("where the current table begins", finding.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("; on", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_SaysWhenTheCurrentTableBeginsWithTheChange() =>
        Assert.Contains("where the current table begins", Assert.Single(Judge(static (_, cells) => Dated.Scale(cells, 3))).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Judge_IsSilentWhenNothingChanged(bool isWeekly)
    {
        for (var seed = 1; seed <= 8; seed++) Assert.Empty(Judge(static (_, _) => { }, isWeekly, seed));
    }

    [Fact]
    public void Rule_IsSkippedWithoutAColumnOfTimes() =>
        Assert.NotNull(new DatedChanges().NotApplicable(Dated.By("vendor", static (_, _) => { })));

    private static Finding[] Judge(Dated.Change change, bool isWeekly = false, int seed = 1) => [.. new DatedChanges().Judge(Dated.By("day", change, seed, isWeekly))];
}
