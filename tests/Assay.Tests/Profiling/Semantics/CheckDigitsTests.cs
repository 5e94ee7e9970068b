using Assays.Profiling.Semantics;

namespace Assays.Tests.Profiling.Semantics;

public sealed class CheckDigitsTests
{
    [Theory]
    [InlineData("4539 1488 0343 6467", true)]
    [InlineData("4539 1488 0343 6476", false)]
    public void Luhn_FindsSwappedDigits(string text, bool fits) => Assert.Equal(fits, new CardNumberMeaning().Fits(text));

    [Theory]
    [InlineData("GB82 WEST 1234 5698 7654 32", true)]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("DE89370400440532013001", false)]
    public void Iban_FindsAWrongDigit(string text, bool fits) => Assert.Equal(fits, new IbanMeaning().Fits(text));

    [Theory]
    [InlineData("0-306-40615-2", true)]
    [InlineData("080442957X", true)]
    [InlineData("978-0-306-40615-7", true)]
    [InlineData("978-0-306-40615-8", false)]
    [InlineData("0-306-40615-3", false)]
    public void Isbn_FindsAWrongDigit(string text, bool fits) => Assert.Equal(fits, new IsbnMeaning().Fits(text));

    [Theory]
    [InlineData("0378-5955", true)]
    [InlineData("2434-561X", true)]
    [InlineData("0378-5956", false)]
    public void Issn_FindsAWrongDigit(string text, bool fits) => Assert.Equal(fits, new IssnMeaning().Fits(text));

    [Theory]
    [InlineData("4006381333931", true)]
    [InlineData("73513537", true)]
    [InlineData("4006381333932", false)]
    public void Ean_FindsAWrongDigit(string text, bool fits) => Assert.Equal(fits, new EanMeaning().Fits(text));
}
