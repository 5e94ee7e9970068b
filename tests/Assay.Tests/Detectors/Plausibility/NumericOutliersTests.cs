using System.Globalization;
using Assays.Detectors.Plausibility;

namespace Assays.Tests.Detectors.Plausibility;

public sealed class NumericOutliersTests
{
    [Fact]
    public void Judge_FindsALatitudeInAnotherCountry()
    {
        var finding = Assert.Single(new NumericOutliers().Judge(Examined.Column("latitude", Latitudes.Append("64.1"))));

        Assert.Equal(120, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentWhereAllAreAlike() => Assert.Empty(new NumericOutliers().Judge(Examined.Column("latitude", Latitudes)));

    [Fact]
    public void Judge_DoesNotMeasureCodesByTheirSize()
    {
        var basins = Enumerable.Range(0, 200).Select(static i => (1100001 + (i % 12)).ToString(CultureInfo.InvariantCulture));

        Assert.Empty(new NumericOutliers().Judge(Examined.Column("basin", basins.Append("2030101"))));
    }

    [Fact]
    public void Judge_TakesASecondRunOfSerialNumbersForWhatItIs()
    {
        var serials = Enumerable.Range(1057, 65).Select(static i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        Assert.Empty(new NumericOutliers().Judge(Examined.Column("id", [.. serials, "99322", "99323"])));
        Assert.Single(new NumericOutliers().Judge(Examined.Column("id", [.. serials, "99322"])));
    }

    private static IEnumerable<string> Latitudes
    {
        get
        {
            var random = new Random(5);
            return [.. Enumerable.Range(0, 120).Select(_ => (42 + ((random.NextDouble() + random.NextDouble() + random.NextDouble()) / 3)).ToString("F4", CultureInfo.InvariantCulture))];
        }
    }
}
