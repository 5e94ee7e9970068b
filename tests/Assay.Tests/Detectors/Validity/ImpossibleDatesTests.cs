using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class ImpossibleDatesTests
{
    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-04-31 10:00")]
    public void Judge_FindsDaysThatDoNotExist(string value)
    {
        var finding = Assert.Single(new ImpossibleDates().Judge(Examined.Column("day", Examined.Rows(28).Select(row => row == 9 ? value : $"2024-01-{row + 1:00}"))));

        Assert.Equal(value, Assert.Single(finding.Cells).Value);
    }

    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("N/A")]
    [InlineData("later")]
    public void Judge_IsSilentOnDaysThatExistAndOnOtherThings(string value) =>
        Assert.Empty(new ImpossibleDates().Judge(Examined.Column("day", Examined.Rows(28).Select(row => row == 9 ? value : $"2024-01-{row + 1:00}"))));
}
