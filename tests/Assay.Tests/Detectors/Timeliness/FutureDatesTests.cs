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

    [Fact]
    public void Judge_IsSilentOnAColumnThatIsMostlyAboutTheFuture() =>
        Assert.Empty(new FutureDates().Judge(Examined.Column("day", Examined.Rows(60).Select(static row => $"{2020 + (row % 10)}-01-01"))));
}
