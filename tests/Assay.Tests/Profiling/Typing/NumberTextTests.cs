using Assays.Profiling.Typing;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Tests.Profiling.Typing;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("12", ValueType.Integer)]
    [InlineData("-12", ValueType.Integer)]
    [InlineData("0", ValueType.Integer)]
    [InlineData("12.0", ValueType.Number)]
    [InlineData("0.5", ValueType.Number)]
    [InlineData(".5", ValueType.Number)]
    [InlineData("1e-7", ValueType.Number)]
    [InlineData("00501", ValueType.Text)]
    [InlineData("-", ValueType.Text)]
    [InlineData("1,234", ValueType.Text)]
    [InlineData("12 oz", ValueType.Text)]
    [InlineData("NaN", ValueType.Text)]
    [InlineData("1e999", ValueType.Text)]
    public void TypeOf_TellsNumbersFromWhatLooksLikeThem(string text, ValueType expected) => Assert.Equal(expected, NumberText.TypeOf(text));
}
