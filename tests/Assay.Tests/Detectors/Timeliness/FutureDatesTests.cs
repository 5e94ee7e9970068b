using Assays.Detectors.Timeliness;

namespace Assays.Tests.Detectors.Timeliness;

public sealed class FutureDatesTests
{
    private static IEnumerable<string> Days(string other) => Examined.Rows(60).Select(row => row == 9 ? other : $"2024-{1 + (row % 5):00}-{1 + (row % 28):00}");

    [Fact]
    public void Judge_FindsDatesAfterTheAssessment()
    {
        var finding = Assert.Single(new FutureDates().Judge(Examined.Column("visited", Days("2042-03-05"))));

        Assert.Equal(9, Assert.Single(finding.Cells).Row);
    }

    [Theory]
    [InlineData("visited", "2024-06-02")]
    [InlineData("due_date", "2042-03-05")]
    public void Judge_IsSilentOnTodayAndOnPlans(string name, string day) => Assert.Empty(new FutureDates().Judge(Examined.Column(name, Days(day))));

    [Theory]
    [InlineData("2046-03-05", 1)]
    [InlineData("2028-03-05", 0)]
    [InlineData("2019-03-05", 0)]
    public void Judge_OfPlans_FindsTheWrongCentury(string day, int findings) => Assert.Equal(findings, new FutureDates().Judge(
        Examined.Column("release date", Examined.Rows(200).Select(row => row == 9 ? day : FormattableString.Invariant($"{1930 + (row % 90)}-{1 + (row % 12):00}-{1 + (row % 28):00}")))).Count());

    [Fact]
    public void Judge_IsSilentOnAColumnThatIsMostlyAboutTheFuture() =>
        Assert.Empty(new FutureDates().Judge(Examined.Column("day", Examined.Rows(60).Select(static row => $"{2020 + (row % 10)}-01-01"))));
}
