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

    private static IEnumerable<string> Latitudes
    {
        get
        {
            var random = new Random(5);
            return [.. Enumerable.Range(0, 120).Select(_ => (42 + ((random.NextDouble() + random.NextDouble() + random.NextDouble()) / 3)).ToString("F4", CultureInfo.InvariantCulture))];
        }
    }
}
