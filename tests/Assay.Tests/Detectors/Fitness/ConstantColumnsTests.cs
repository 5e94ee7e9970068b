using Assays.Detectors.Fitness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Fitness;

public sealed class ConstantColumnsTests
{
    [Theory]
    [InlineData(0, "always")]
    [InlineData(1, "99.8 %")]
    public void Judge_FindsColumnsThatHardlyVary(int different, string words)
    {
        var examination = Examined.Column("country", Examined.Rows(500).Select(row => row < different ? "CH" : "DE"));

        var finding = Assert.Single(new ConstantColumns().Judge(examination));

        Assert.Contains(words, finding.Explanation, StringComparison.Ordinal);
        Assert.Equal(Severity.Note, finding.Severity);
    }

    [Fact]
    public void Judge_IsSilentOnColumnsThatVary() => Assert.Empty(new ConstantColumns().Judge(Examined.Column("country", Examined.Rows(500).Select(static row => row < 5 ? "CH" : "DE"))));

    [Fact]
    public void Judge_IsSilentOnAFewRows() => Assert.Empty(new ConstantColumns().Judge(Examined.Column("country", ["DE", "DE", "DE"])));
}
