using Assays.Detectors.Consistency;

namespace Assays.Tests.Detectors.Consistency;

public sealed class NumberSlipTests
{
    [Theory]
    [InlineData("1250", "125", true)]
    [InlineData("12.5", "125", true)]
    [InlineData("-125", "125", true)]
    [InlineData("152", "125", true)]
    [InlineData("128", "125", true)]
    [InlineData("1225", "125", true)]
    [InlineData("3", "7", false)]
    [InlineData("981", "125", false)]
    public void Explains_KnowsWhatAFingerDoes(string written, string meant, bool explains) => Assert.Equal(explains, NumberSlip.Explains(written, meant));

    [Theory]
    [InlineData("12.50", 7.0, "7.00")]
    [InlineData("12", 7.25, "7.25")]
    [InlineData("", 0.1 + 0.2, "0.3")]
    public void Like_WritesAsTheColumnDoes(string pattern, double number, string text) => Assert.Equal(text, NumberSlip.Like(pattern, number));
}
