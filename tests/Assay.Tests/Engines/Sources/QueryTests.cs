using Assays.Data;

namespace Assays.Tests.Engines.Sources;

public sealed class QueryTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("SELECT city, sum(CAST(n AS INT)) AS total FROM source GROUP BY city ORDER BY city")]
    [InlineData("SELECT city, sum(CAST(n AS INT)) AS total FROM source GROUP BY city ORDER BY city  -- done")]
    [InlineData("WITH t AS (SELECT * FROM source) SELECT city, sum(n::INT) total FROM t GROUP BY 1 ORDER BY 1 ; ")]
    public async Task OpenAsync_MakesATableOfTheAnswer(string sql)
    {
        var table = await ReadAsync("city,n\nRome,1\nOslo,2\nRome,3\n", sql);

        Assert.Equal(["city", "total"], table.Names);
        Assert.Equal([["Oslo", "2"], ["Rome", "4"]], table.Rows);
        Assert.Equal([0, 1], table.RowNumbers);
    }

    [Fact]
    public async Task OpenAsync_ShowsTheQueryTheColumnsAndNoOthers()
    {
        // A blank line makes record numbers that are kept as a column of the engine's table.
        var table = await ReadAsync("a,b\n1,2\n\n3,4\n", "SELECT * FROM source");

        Assert.Equal(["a", "b"], table.Names);
    }

    [Fact]
    public async Task OpenAsync_KeepsNamesThatAreUsedTwice()
    {
        var table = await ReadAsync("a,b\n1,2\n", "SELECT a AS rowid, b, b AS \"\"\"; drop table\" FROM source");

        Assert.Equal(["rowid", "b", "\"; drop table"], table.Names);
        Assert.Equal([["1", "2", "2"]], table.Rows);
    }

    [Theory]
    [InlineData("SELECT nothing FROM source")]
    [InlineData("SELEC 1")]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1) UNION (SELECT 2")]
    [InlineData("SELECT 'x'::INT")]
    [InlineData("DROP VIEW source")]
    [InlineData("COPY (SELECT 1) TO 'x.csv'")]
    [InlineData("SELECT 1 -- \0")]
    [InlineData("-- nothing")]
    public async Task OpenAsync_RefusesWhatIsNoSelect_InOneLine(string sql)
    {
        var error = await Assert.ThrowsAsync<InputException>(() => ReadAsync("a\n1\n", sql));

        Assert.Contains("query", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private Task<Opened> ReadAsync(string csv, string sql) =>
        Opened.FromAsync(new Source.Query(sql, new Source.Files(_folder.Write("data.csv", csv))));
}
