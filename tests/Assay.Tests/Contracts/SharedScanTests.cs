using Assays.Contracts;
using Assays.Sql;

namespace Assays.Tests.Contracts;

public sealed class SharedScanTests
{
    [Fact]
    public async Task RunAsync_AnswersEachAggregate_WhoeverAsksItHoweverOften()
    {
        await using var opened = await TextTable.OpenAsync("n\n1\n2\n2\n");
        var column = opened.Table.Schema.Columns[0];
        SqlText Count() => SqlText.Of($"count({column})");
        SqlText Of(string value) => SqlText.Of($"count(CASE WHEN {column} = {value} THEN 1 END)");

        var scan = await SharedScan.RunAsync(opened.Table, [Count(), Of("2"), Count(), Of("1"), Of("'")], TestContext.Current.CancellationToken);

        Assert.Equal([3L, 2L, 1L, 0L], new[] { scan[Count()], scan[Of("2")], scan[Of("1")], scan[Of("'")] });
    }

    [Fact]
    public async Task RunAsync_OfMoreAggregatesThanOneScanHolds_AnswersAll()
    {
        await using var opened = await TextTable.OpenAsync("n\n1\n2\n");
        SqlText[] many = [.. Enumerable.Range(0, 2_500).Select(static i => SqlText.Of($"count(*) + {i}"))];

        var scan = await SharedScan.RunAsync(opened.Table, many, TestContext.Current.CancellationToken);

        Assert.Equal(2L + 2_499, scan[many[^1]]);
        Assert.Equal(2L, scan[many[0]]);
    }
}
