using Assays.Detectors;

namespace Assays.Tests.Detectors;

public sealed class WordingTests
{
    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(1, "100 %")]
    [InlineData(0.053, "5.3 %")]
    [InlineData(0.12345, "12.3 %")]
    [InlineData(0.0004, "0.04 %")]
    [InlineData(0.99999, "99.999 %")]
    public void Percent_KeepsTheDigitsThatMatter(double share, string words) => Assert.Equal(words, Wording.Percent(share));

    [Fact]
    public void Quote_MakesInvisibleCharactersVisible() => Assert.Equal("'a\\u00A0b'", Wording.Quote("a\u00A0b"));

    [Fact]
    public void Quote_ShortensLongValues() => Assert.Equal(42, Wording.Quote(new('x', 500)).Length - 1);

    [Fact]
    public void List_SaysHowManyAreLeftOut() => Assert.Equal("'a', 'b', 'c' and 2 more", Wording.List(["a", "b", "c", "d", "e"]));
}
