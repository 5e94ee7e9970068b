using Assays.Statistics;

namespace Assays.Tests.Statistics;

public sealed class WordSlipTests
{
    [Fact]
    public void Ratio_BelievesSwappedAndLostLettersMoreThanOtherOnes()
    {
        double Of(string intended, string written) => WordSlip.Ratio(Edit.Between(intended, written)!.Value, written);

        Assert.True(Of("withdrawn", "withdarwn") > Of("withdrawn", "withdrewn"));
        Assert.True(Of("withdrawn", "withdawn") > Of("withdrawn", "withdraawn"));
        Assert.True(Of("withdrawn", "witjdrawn") > Of("withdrawn", "mithdrawn"));
        Assert.True(Of("withdrawnness", "withdrawness") > Of("drawn", "dawn"));
    }
}
