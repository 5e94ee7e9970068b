using Assays.Profiling.Typing;

namespace Assays.Tests.Profiling.Typing;

public sealed class TemporalTextTests
{
    [Theory]
    [InlineData("2021-02-03", "yyyy-MM-dd", "2021-02-03")]
    [InlineData("2021/2/3", "yyyy/MM/dd", "2021-02-03")]
    [InlineData("20210203", "yyyyMMdd", "2021-02-03")]
    [InlineData("2021-02", "yyyy-MM", "2021-02-01")]
    [InlineData("Jan 1 2000", "MMM d yyyy", "2000-01-01")]
    [InlineData("January 1st, 2000", "MMMM d, yyyy", "2000-01-01")]
    [InlineData("Mar 2010", "MMM yyyy", "2010-03-01")]
    [InlineData("3-Feb-21", "d-MMM-yy", "2021-02-03")]
    [InlineData("03 February 1998", "d MMMM yyyy", "1998-02-03")]
    [InlineData("Wed, 03 Feb 2021 04:05:06 GMT", "ddd, d MMM yyyy HH:mm:ssK", "2021-02-03 04:05:06")]
    [InlineData("2021-02-03T04:05:06.5+02:00", "yyyy-MM-ddTHH:mm:ss.fK", "2021-02-03 02:05:06.5")]
    [InlineData("2021-02-03 4:05 p.m.", "yyyy-MM-dd h:mm tt", "2021-02-03 16:05:00")]
    [InlineData("12:30 a.m.", "hh:mm tt", "0001-01-01 00:30:00")]
    [InlineData("23:59:59", "HH:mm:ss", "0001-01-01 23:59:59")]
    public void Read_KnowsHowPeopleAndProgramsWrite(string text, string format, string moment)
    {
        var reading = TemporalText.Read(text);

        Assert.NotNull(reading);
        Assert.Equal(format, reading.Value.Format);
        Assert.Equal(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), reading.Value.Moment(dayFirst: false));
    }

    [Theory]
    [InlineData("2021-02-30")]
    [InlineData("2021-13-01")]
    [InlineData("13/13/2021")]
    [InlineData("25:00")]
    [InlineData("7:61 a.m.")]
    [InlineData("13:05 p.m.")]
    [InlineData("192.168.0.1")]
    [InlineData("1187-9")]
    [InlineData("555-1234")]
    [InlineData("12345")]
    [InlineData("May be 5")]
    [InlineData("1.2.3")]
    [InlineData("2021-02-03 and more")]
    public void Read_TakesATextWholeOrNotAtAll(string text) => Assert.Null(TemporalText.Read(text));

    [Theory]
    [InlineData("13/02/2021", true, false)]
    [InlineData("02/13/2021", false, true)]
    [InlineData("02/03/2021", true, true)]
    public void Read_TellsWhichOrdersADateCanHave(string text, bool dayFirst, bool monthFirst)
    {
        var reading = TemporalText.Read(text)!.Value;

        Assert.Equal((dayFirst, monthFirst), (reading.CanBeDayFirst, reading.CanBeMonthFirst));
    }

    [Theory]
    [InlineData(true, "d/M/yyyy")]
    [InlineData(false, "M/d/yyyy")]
    [InlineData(null, "d/M/yyyy or M/d/yyyy")]
    public void Resolve_WritesDayAndMonthInTheirPlaces(bool? dayFirst, string expected) =>
        Assert.Equal(expected, TemporalReading.Resolve("#/#/yyyy", dayFirst));
}
