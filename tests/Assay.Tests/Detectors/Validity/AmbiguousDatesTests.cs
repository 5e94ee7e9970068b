using Assays.Detectors.Validity;

namespace Assays.Tests.Detectors.Validity;

public sealed class AmbiguousDatesTests
{
    [Fact]
    public void Judge_FindsColumnsOfWhichNoDateTellsTheOrder()
    {
        var finding = Assert.Single(new AmbiguousDates().Judge(Examined.Column("day", Examined.Rows(12).Select(static row => $"{row + 1:00}/03/2024"))));

        Assert.Equal(11, finding.AffectedRows);
    }

    [Fact]
    public void Judge_IsSilentWhereOneDateTellsTheOrder() =>
        Assert.Empty(new AmbiguousDates().Judge(Examined.Column("day", Examined.Rows(13).Select(static row => $"{row + 1:00}/03/2024"))));
}
