using Assays.Profiling;

namespace Assays.Tests.Profiling;

public sealed class MaskTests
{
    [Theory]
    [InlineData("AB-1234", "AA-9999")]
    [InlineData("2053258100", "9{10}")]
    [InlineData("7:10 a.m.", "9:99 a.a.")]
    [InlineData("Ångström", "Aa{7}")]
    public void Exact_KeepsLengths(string text, string expected) => Assert.Equal(expected, Mask.Exact(text));

    [Theory]
    [InlineData("AB-1234", "A-9")]
    [InlineData("Lenox Hill West", "Aa Aa Aa")]
    public void Loose_ForgetsLengths(string text, string expected) => Assert.Equal(expected, Mask.Loose(text));

    [Fact]
    public void Exact_CutsLongTexts() => Assert.Equal("a{200}…", Mask.Exact(new string('x', 100_000)));
}
