using Assays.Detectors.Validity;
using Assays.Findings;

namespace Assays.Tests.Detectors.Validity;

public sealed class MixedDateFormatsTests
{
    [Fact]
    public void Judge_FindsTheRarerFormatAndMendsIt()
    {
        var finding = Assert.Single(new MixedDateFormats().Judge(Examined.Column("day", Examined.Rows(28).Select(static row => row == 9 ? "17 Jan 2024" : $"2024-01-{row + 1:00}"))));

        Assert.Equal("2024-01-17", Assert.Single(finding.Cells).Repair!.Value.Value);
    }

    [Fact]
    public void Judge_FindsDatesThatCanOnlyBeReadTheOtherWayRound()
    {
        var finding = Assert.Single(new MixedDateFormats().Judge(Examined.Column("day", Examined.Rows(28).Select(static row => row == 9 ? "03/25/2024" : $"{row + 1:00}/03/2024"))));

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(9, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnOneFormat()
    {
        Assert.Empty(new MixedDateFormats().Judge(Examined.Column("day", Examined.Rows(28).Select(static row => $"{row + 1}.3.2024"))));
        Assert.Empty(new MixedDateFormats().Judge(Examined.Column("at", Examined.Rows(28).Select(static row => row % 2 == 0 ? $"2024-01-{row + 1:00} 10:00:00" : $"2024-01-{row + 1:00} 10:00:00.25"))));
    }
}
