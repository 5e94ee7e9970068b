using Assays.Reports;

namespace Assays.Tests.Reports;

public sealed class LegibleTests
{
    [Theory]
    [InlineData("plain – ünïcode 日本", "plain – ünïcode 日本")]
    [InlineData("a\tb\r\nc", "a⇥b␍↵c")]
    [InlineData("\u001B[31m", "␛[31m")]
    [InlineData("nul\0", "nul␀")]
    [InlineData("\u202Eevil", "‹U+202E›evil")]
    public void Of_ShowsCharactersThatWouldAct(string text, string shown) => Assert.Equal(shown, Legible.Of(text));

    [Fact]
    public void Of_MendsHalvesOfCharacters() => Assert.Equal("\uFFFDx", Legible.Of("\uD800x"));

    [Fact]
    public void Of_CutsBetweenCharacters() => Assert.Equal("ab…", Legible.Of("ab😀cd", 3));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234567.0, "1,234,567")]
    [InlineData(1234.56789, "1,234.57")]
    [InlineData(0.00001234, "1.234E-5")]
    [InlineData(double.NaN, "–")]
    public void Number_HasAtMostSixDigits(double value, string shown) => Assert.Equal(shown, Legible.Number(value));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0001, "<0.1 %")]
    [InlineData(0.5, "50 %")]
    [InlineData(0.9999, ">99.9 %")]
    [InlineData(1, "100 %")]
    public void Percent_IsAllOrNothingOnlyWhenItIs(double share, string shown) => Assert.Equal(shown, Legible.Percent(share));
}
