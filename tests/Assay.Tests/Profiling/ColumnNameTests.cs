using Assays.Profiling;

namespace Assays.Tests.Profiling;

public sealed class ColumnNameTests
{
    [Theory]
    [InlineData("zip_code", "zip code")]
    [InlineData("zipCode", "zip code")]
    [InlineData("Zip Code", "zip code")]
    [InlineData("HTTPStatus", "http status")]
    [InlineData("address_1", "address 1")]
    [InlineData("Cost Total $", "cost total $")]
    [InlineData("pct(%)", "pct %")]
    [InlineData("", "")]
    public void Of_SplitsANameIntoItsWords(string name, string words) => Assert.Equal(words, string.Join(' ', ColumnName.Of(name).Words));

    [Fact]
    public void HasAny_TakesNeighboursAsOneWord() => Assert.True(ColumnName.Of("First Name").HasAny("firstname"));
}
