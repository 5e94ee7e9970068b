using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Tests.Profiling;

public sealed class ColumnProfilerTests
{
    [Theory]
    [InlineData("age", "31,45,28,,52", ValueType.Integer)]
    [InlineData("price", "3.5,4.25,1e3,7", ValueType.Number)]
    [InlineData("zip", "00501,10001,94105", ValueType.Text)]
    [InlineData("agreed", "yes,no,yes,no", ValueType.Boolean)]
    [InlineData("answer", "no,no,no,no", ValueType.Text)]
    [InlineData("day", "2021-01-01,2021-01-02,oops,2021-01-03,2021-01-04,2021-01-05", ValueType.Date)]
    [InlineData("at", "2021-01-01 10:00,2021-01-02 11:30", ValueType.Timestamp)]
    [InlineData("opens", "7:10 a.m.,9:30 p.m.", ValueType.Time)]
    [InlineData("score", "N/A,5,7,N/A,9", ValueType.Integer)]
    [InlineData("code", "A1,B2,17", ValueType.Text)]
    [InlineData("nothing", ",,", ValueType.Empty)]
    public void Profile_TypesByEvidence(string name, string values, ValueType expected) =>
        Assert.Equal(expected, Profile(name, values.Split(',')).Type);

    [Theory]
    [InlineData("contact", SemanticType.Email, "anna@example.org", "bo.li@mail.example.com", "c_d@example.net")]
    [InlineData("homepage", SemanticType.Url, "https://example.org/a", "http://example.com", "www.example.net/x?y=1")]
    [InlineData("addr", SemanticType.IpAddress, "10.0.0.1", "192.168.1.20", "8.8.8.8")]
    [InlineData("key", SemanticType.Uuid, "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "0e984725-c51c-4bf4-9960-e1c80e27aba0")]
    [InlineData("zip_code", SemanticType.PostalCode, "501", "10001", "94105", "60601")]
    [InlineData("iso", SemanticType.Country, "DE", "FR", "GB", "IT", "ES")]
    [InlineData("where", SemanticType.State, "NY", "TX", "WI", "OH", "CA")]
    [InlineData("ccy", SemanticType.CurrencyCode, "USD", "EUR", "GBP")]
    [InlineData("when", SemanticType.Month, "Jan", "Feb", "March", "Dec")]
    [InlineData("payload", SemanticType.Json, "{\"a\":1}", "{\"a\":2}", "[]")]
    [InlineData("size", SemanticType.Measure, "12.0 oz", "16 oz.", "8.4 ounce", "12 oz")]
    [InlineData("offer", SemanticType.Currency, "$12.00", "$1,300.50", "$7")]
    [InlineData("growth", SemanticType.Percent, "12%", "7.5%", "0%")]
    [InlineData("body_mass_g", SemanticType.Measure, "3750", "3800", "3250")]
    [InlineData("user_id", SemanticType.Identifier, "17", "17", "23", "99")]
    [InlineData("latitude", SemanticType.Latitude, "40.9", "-18.1", "52.5")]
    [InlineData("year", SemanticType.Year, "1999", "2004", "2010")]
    [InlineData("account", SemanticType.Iban, "DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606")]
    public void Profile_FindsTheMeaning(string name, SemanticType expected, params string[] values) =>
        Assert.Equal(expected, Profile(name, values).Semantic);

    [Fact]
    public void Profile_HidesWhatIsAboutPersons()
    {
        Assert.True(Profile("contact", "anna@example.org", "bo.li@mail.example.com").IsPersonal);
        Assert.True(Profile("first_name", "Anna", "Bo", "Chris", "Dora", "Emil").IsPersonal);
        Assert.False(Profile("name", "ford pinto", "amc hornet", "audi fox", "bmw 2002").IsPersonal);
        Assert.False(Profile("director", "Steven Spielberg", "John Ford", "Ang Lee", "Frank Capra", "Peter Weir").IsPersonal);
    }

    [Fact]
    public void Profile_OrdersDayAndMonthByTheValuesThatCanBeReadInOneWayOnly()
    {
        var temporal = Profile("day", "01/02/2021", "13/02/2021", "02/03/2021").Temporal!;

        Assert.True(temporal.DayFirst);
        Assert.Equal("d/M/yyyy", temporal.Formats[0].Value);
        Assert.Equal(new DateTime(2021, 3, 2), temporal.Max);
    }

    [Fact]
    public void Profile_FindsTheStepOfATimeSeries()
    {
        var days = Profile("day", [.. Enumerable.Range(0, 30).Select(i => new DateTime(2020, 1, 1).AddDays(i).ToString("yyyy-MM-dd"))]).Temporal!;
        var months = Profile("month", [.. Enumerable.Range(0, 30).Select(i => new DateTime(2020, 1, 31).AddMonths(0).AddDays(-30).AddMonths(i).ToString("yyyy-MM-dd"))]).Temporal!;

        Assert.Equal(("day", 1.0, true), (days.StepUnit, days.Regularity, days.IsSorted));
        Assert.Equal(("month", 1.0), (months.StepUnit, months.Regularity));
    }

    [Fact]
    public void Profile_BelievesTimesSince1970OnlyWhereTheNameSpeaksOfTime()
    {
        string[] seconds = ["1517966773", "1517966996", "1517967000"];

        Assert.Equal("epoch seconds", Profile("updated", seconds).Temporal?.EpochUnit);
        Assert.Null(Profile("weight", seconds).Temporal);
    }

    [Fact]
    public void Profile_ReadsRunsAndOrder()
    {
        var stuck = Profile("reading", [.. Enumerable.Range(0, 50).Select(i => i is > 10 and < 31 ? "7.5" : $"{i}.25")]).Sequence!;
        var counter = Profile("n", [.. Enumerable.Range(0, 50).Select(i => $"{i}")]).Sequence!;

        Assert.Equal((20, "7.5", 11), (stuck.LongestRun, stuck.RunValue, stuck.RunStart));
        Assert.True(counter.IsRising);
    }

    [Fact]
    public void Profile_HistogramHoldsEveryNumberOnce()
    {
        var numeric = Profile("x", [.. Enumerable.Range(0, 1000).Select(i => $"{Math.Sqrt(i):0.###}"), "1000000"]).Numeric!;

        Assert.Equal(1001, numeric.Histogram.Sum(static b => b.Count));
        Assert.Equal((0.0, 1e6), (numeric.Histogram[0].Low, numeric.Histogram[^1].High));
        Assert.True(numeric.Histogram.Max(static b => b.Count) < 300);
    }

    private static ColumnProfile Profile(string name, params string?[] values) =>
        Profiler.Profile(Sample.Of([name], [.. values.Select(v => new[] { v })])).Columns[0];
}
