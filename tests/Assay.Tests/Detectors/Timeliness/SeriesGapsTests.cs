using Assays.Detectors.Timeliness;

namespace Assays.Tests.Detectors.Timeliness;

public sealed class SeriesGapsTests
{
    private static IEnumerable<string> Days(Func<DateTime, bool> kept) =>
        Examined.Rows(120).Select(static row => new DateTime(2024, 1, 1).AddDays(row)).Where(kept).Select(static day => $"{day:yyyy-MM-dd}");

    [Fact]
    public void Judge_FindsDaysThatAreLeftOut()
    {
        var finding = Assert.Single(new SeriesGaps().Judge(Examined.Column("day", Days(static day => day.DayOfYear is not (40 or 41 or 90)))));

        Assert.Equal(3, finding.AffectedRows);
        Assert.Equal([39, 87], finding.WholeRows);
        Assert.Contains("3 steps of 120", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnACompleteSeries() => Assert.Empty(new SeriesGaps().Judge(Examined.Column("day", Days(static _ => true))));

    [Fact]
    public void Judge_IsSilentOnACalendar() => Assert.Empty(new SeriesGaps().Judge(Examined.Column("day", Days(static day => day.DayOfWeek != DayOfWeek.Sunday))));

    [Fact]
    public void Judge_IsSilentOnMonths() =>
        Assert.Empty(new SeriesGaps().Judge(Examined.Column("month", Examined.Rows(40).Select(static row => $"{new DateTime(2020, 1, 1).AddMonths(row):yyyy-MM-dd}"))));

    [Fact]
    public void Judge_TakesAWrongDateFarAwayForNoEndOfTheSeries() =>
        Assert.Empty(new SeriesGaps().Judge(Examined.Column("day", [.. Days(static _ => true), "2052-01-01"])));

    [Fact]
    public void Judge_IsSilentOnDaysWithoutARowWhereChanceLeavesAsManyEmpty()
    {
        var random = new Random(11);
        var days = Examined.Rows(1_200).Select(_ => $"{new DateTime(2024, 1, 1).AddDays(random.Next(400)):yyyy-MM-dd}");

        Assert.Empty(new SeriesGaps().Judge(Examined.Column("day", days)));
    }
}
