using Assays.Data;
using Assays.Sql;
using Assays.Sql.Dialects;

namespace Assays.Tests.Sql.Dialects;

public sealed class PostgresDialectTests
{
    private static readonly PostgresDialect Dialect = new();
    private static readonly SqlText Price = SqlText.Call(SqlFunction.Number, SqlText.Of($"{new Column(0, "price")}"));
    private static readonly SqlText Weight = SqlText.Call(SqlFunction.Number, SqlText.Of($"{new Column(1, "weight")}"));

    [Fact]
    public void Aggregate_ReadsATextAsNumberOnceHoweverOftenItIsAsked()
    {
        var sum = SqlText.Call(SqlFunction.ExactSum, SqlText.Of($"({Price} - {0.5})"));

        var sql = Dialect.RenderInline(Dialect.Aggregate([SqlText.Of($"min({Price})"), sum, SqlText.Of($"max({Weight})")], SqlText.Name("orders")));

        var price = Dialect.RenderInline(Price);
        var weight = Dialect.RenderInline(Weight);
        Assert.Equal(
            $"SELECT min(\"assay:number1\"), sum((\"assay:number1\" - 0.5)), max({weight}) FROM (SELECT *, {price} AS \"assay:number1\" FROM \"orders\" OFFSET 0) AS source", sql);
    }

    [Fact]
    public void Aggregate_WithoutRepetition_IsAPlainQuery() =>
        Assert.Equal($"SELECT count(*), max({Dialect.RenderInline(Price)}) FROM \"orders\"", Dialect.RenderInline(Dialect.Aggregate([SqlText.Of($"count(*)"), SqlText.Of($"max({Price})")], SqlText.Name("orders"))));
}
