using Assays.Detectors;
using Assays.Detectors.Uniqueness;

namespace Assays.Tests.Detectors.Uniqueness;

public sealed class BrokenCompositeKeysTests
{
    [Fact]
    public void Judge_FindsACombinationThatComesTwice()
    {
        var finding = Assert.Single(new BrokenCompositeKeys().Judge(Wards(repeated: 200)));

        Assert.Equal([200], finding.WholeRows);
        Assert.Equal(["ward", "day"], finding.Columns.Select(static c => c.Name));
        Assert.Contains("rows 199 and 200 both have ward 'W 7' and day '2024-01-25'", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentWhenEveryCombinationComesOnce() => Assert.Empty(new BrokenCompositeKeys().Judge(Wards(repeated: -1)));

    /// <summary>The beds of eight wards on fifty days; one row repeats the ward and the day of the row before.</summary>
    private static Examination Wards(int repeated) => Examined.Table(["ward", "day", "beds"], [.. Examined.Rows(400).Select(row =>
    {
        var at = row == repeated ? row - 1 : row;
        return new[] { $"W {at % 8}", new DateTime(2024, 1, 1).AddDays(at / 8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{row * 7 % 23}" };
    })]).Related();
}
