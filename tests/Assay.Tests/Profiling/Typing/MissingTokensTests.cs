using Assays.Profiling.Typing;

namespace Assays.Tests.Profiling.Typing;

public sealed class MissingTokensTests
{
    [Theory]
    [InlineData("{NULL}")]
    [InlineData("<NA>")]
    [InlineData("[not available]")]
    [InlineData(" (n/a) ")]
    [InlineData("----")]
    public void Strength_OfWhatStandsForNothingIsHigh(string text) => Assert.InRange(MissingTokens.Strength(text), 0.9, 1);

    [Theory]
    [InlineData("(-)")]
    [InlineData("{NULL")]
    [InlineData("{}")]
    [InlineData("[Oslo]")]
    [InlineData("<null and void>")]
    public void Strength_OfOthersIsNone(string text) => Assert.Equal(0, MissingTokens.Strength(text));
}
