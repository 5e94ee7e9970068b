using Assays.Data;
using Assays.Engines.Sources;

namespace Assays.Tests.Engines.Sources;

public sealed class TableNameTests
{
    [Theory]
    [InlineData("orders", null, "orders")]
    [InlineData("sales.orders", "sales", "orders")]
    [InlineData("\"a.b\"", null, "a.b")]
    [InlineData("\"a\"\"b\".\"c.d\"", "a\"b", "c.d")]
    [InlineData("sales.\"o;--\"", "sales", "o;--")]
    public void Parse_TellsSchemaAndTable(string text, string? schema, string table) => Assert.Equal((schema, table), TableName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("\"a")]
    [InlineData("\"a\"b")]
    [InlineData("a\0")]
    public void Parse_RefusesWhatIsNoName(string text) => Assert.Throws<InputException>(() => TableName.Parse(text));
}
