using System.Globalization;
using Assays.Detectors;
using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class BrokenOrderTests
{
    [Fact]
    public void Judge_FindsDatesThatEndBeforeTheyBegin()
    {
        var finding = Assert.Single(new BrokenOrder().Judge(Days("admitted", "discharged", 70)));

        Assert.Equal([70], finding.WholeRows);
        Assert.Contains("row 70 they are '2024-02-02' and '2024-01-31'", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnDatesInOrder() => Assert.Empty(new BrokenOrder().Judge(Days("admitted", "discharged", -1)));

    [Theory]
    [InlineData("min_price", "max_price", 1)]
    [InlineData("priceLow", "priceHigh", 1)]
    [InlineData("price_list", "price_paid", 0)]
    public void Judge_OfNumbers_GoesByNamesThatAreBounds(string low, string high, int findings)
    {
        var examination = Examined.Table([low, high], [.. Examined.Rows(200).Select(static row =>
        {
            var (least, most) = ((row * 37 % 90) + 10, (row * 37 % 90) + 11 + (row % 7));
            return new[] { Text(row == 50 ? most : least), Text(row == 50 ? least : most) };
        })]).Related();

        Assert.NotEmpty(examination.Profile.Relations.Orders);
        Assert.Equal(findings, new BrokenOrder().Judge(examination).Count());
    }

    private static Examination Days(string first, string second, int wrong) => Examined.Table([first, second], [.. Examined.Rows(150).Select(row =>
    {
        var day = new DateTime(2024, 1, 1).AddDays(row == wrong ? 32 : row * 37 % 140);
        return new[] { Text(day), Text(day.AddDays(row == wrong ? -2 : row % 9)) };
    })]).Related();

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
