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
    public void Quote_OfTwoLongValuesShowsWhereTheyDiffer()
    {
        const string Meant = "surgery patients who were taking heart drugs called beta blockers before they came to the hospital";
        var written = Meant.Replace("beta", "bexa", StringComparison.Ordinal);

        Assert.Equal("'…drugs called beta blockers before they …'", Wording.Quote(Meant, written));
        Assert.Equal("'…drugs called bexa blockers before they …'", Wording.Quote(written, Meant));
        Assert.Equal(Wording.Quote(Meant), Wording.Quote(Meant, "something else"));
    }

    [Theory]
    [InlineData("a short value", "a short valve")]
    [InlineData("a value of forty characters that goes on", "a value of forty characters that goes on and on")]
    [InlineData("a value of forty characters that goes on and on", "a value of forty characters that goes on")]
    [InlineData("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂a", "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂b")]
    public void Quote_OfTwoValuesTellsThemApart(string value, string other)
    {
        Assert.NotEqual(Wording.Quote(value, other), Wording.Quote(other, value));
        Assert.DoesNotContain('\uFFFD', Wording.Quote(value, other));
    }

    [Fact]
    public void List_SaysHowManyAreLeftOut() => Assert.Equal("'a', 'b', 'c' and 2 more", Wording.List(["a", "b", "c", "d", "e"]));
}
