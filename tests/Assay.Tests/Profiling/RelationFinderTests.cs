using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Tests.Profiling;

public sealed class RelationFinderTests
{
    [Fact]
    public void Find_TellsTheKeyOfOneColumn()
    {
        var relations = Find(["id", "amount"], 200, (i, random) => [$"{i + 1}", $"{random.NextDouble() * 100:0.00}"]);

        Assert.Equal(["id"], Names(Assert.Single(relations.Keys).Columns));
    }

    [Fact]
    public void Find_TellsAKeyWithAFault()
    {
        var relations = Find(["id", "amount"], 200, (i, random) => [$"{(i == 150 ? 150 : i + 1)}", $"{random.NextDouble() * 100:0.00}"]);

        Assert.Equal(0.99, Assert.Single(relations.Keys).UniqueShare, 6);
    }

    [Fact]
    public void Find_TellsTheKeyOfTwoColumns()
    {
        var relations = Find(["symbol", "day", "price"], 400, (i, random) =>
            [$"S{i / 100}", new DateTime(2020, 1, 1).AddDays(i % 100).ToString("yyyy-MM-dd"), $"{random.NextDouble() * 100:0.00}"]);

        Assert.Equal(["symbol", "day"], Names(Assert.Single(relations.Keys).Columns));
    }

    [Fact]
    public void Find_TakesNoMeasurementForAKey() =>
        Assert.Empty(Find(["mass", "length"], 100, (_, random) => [$"{random.Next(1, 1_000_000_000)}", $"{random.NextDouble()}"]).Keys);

    [Fact]
    public void Find_TellsASumOfUpToFourTerms()
    {
        var relations = Find(["fare", "tip", "tolls", "tax", "total"], 300, (i, random) =>
        {
            decimal[] parts = [random.Next(300, 5000) / 100m, random.Next(3) * 1.25m, i % 7 == 0 ? 5.76m : 0, random.Next(1, 80) / 100m];
            return [$"{parts[0]}", $"{parts[1]}", $"{parts[2]}", $"{parts[3]}", $"{(i == 12 ? 1 : parts.Sum())}"];
        });

        var sum = Assert.Single(relations.Arithmetic);
        Assert.Equal("total", sum.Result.Name);
        Assert.Equal(["fare", "tip", "tolls", "tax"], Names(sum.Terms));
        Assert.InRange(sum.Share, 0.99, 0.999);
    }

    [Fact]
    public void Find_TellsAProductThatWasRounded()
    {
        var relations = Find(["quantity", "price", "total"], 300, (_, random) =>
        {
            var (quantity, price) = (random.Next(2, 50), random.Next(1000, 99999) / 1000m);
            return [$"{quantity}", $"{price}", $"{Math.Round(quantity * price, 2)}"];
        });

        var product = Assert.Single(relations.Arithmetic);
        Assert.Equal(("total", true, 1.0), (product.Result.Name, product.IsProduct, product.Share));
        Assert.InRange(product.Tolerance, 0.005, 0.02);
    }

    [Fact]
    public void Find_TellsNoSumOfUnrelatedNumbers() =>
        Assert.Empty(Find(["a", "b", "c", "d", "e"], 500, (_, random) => [.. Enumerable.Range(0, 5).Select(_ => $"{random.Next(0, 12)}")]).Arithmetic);

    [Fact]
    public void Find_TellsTheOrderOfTwoDates()
    {
        var start = new DateTime(2020, 1, 1);
        var relations = Find(["ordered", "shipped"], 200, (i, random) =>
        {
            var day = start.AddDays(random.Next(300));
            return [day.ToString("yyyy-MM-dd"), day.AddDays(i == 7 ? -40 : random.Next(0, 9)).ToString("yyyy-MM-dd")];
        });

        var order = Assert.Single(relations.Orders);
        Assert.Equal(("ordered", "shipped"), (order.Low.Name, order.High.Name));
        Assert.Equal(0.995, order.Share, 6);
    }

    [Fact]
    public void Find_TellsNoOrderOfNumbersThatAreInOrderByTheirSize() =>
        Assert.Empty(Find(["cylinders", "weight"], 800, (_, random) => [$"{random.Next(3, 9)}", $"{random.Next(1500, 5000)}"]).Orders);

    [Fact]
    public void Find_TellsAssociationsOfEveryKind()
    {
        var relations = Find(["kind", "size", "mass", "box", "noise"], 400, (i, random) =>
        {
            var (kind, size) = (i % 4, 10.0 * (i % 4) + random.NextDouble() * 5);
            return [$"kind {kind}", $"{size:0.00}", $"{size * size + random.NextDouble():0.00}", $"box {(random.Next(10) == 0 ? random.Next(4) : kind)}", $"{random.NextDouble():0.0000}"];
        });

        Assert.Contains(relations.Associations, static a => (a.Left.Name, a.Right.Name, a.Measure) == ("size", "mass", "spearman") && a.Strength > 0.99);
        Assert.Contains(relations.Associations, static a => (a.Left.Name, a.Right.Name, a.Measure) == ("kind", "box", "cramers-v") && a.Strength > 0.8);
        Assert.Contains(relations.Associations, static a => (a.Left.Name, a.Right.Name, a.Measure) == ("kind", "size", "correlation-ratio") && a.Strength > 0.9);
        Assert.DoesNotContain(relations.Associations, static a => a.Left.Name == "noise" || a.Right.Name == "noise");
    }

    [Fact]
    public void Find_TellsColumnsThatAreMissingTogether()
    {
        var relations = Find(["zone", "borough", "tip"], 300, (i, random) => i % 20 == 0
            ? [null, null, $"{random.Next(9)}"]
            : [$"zone {i % 7}", $"borough {i % 3}", random.Next(20) == 0 ? null : $"{random.Next(9)}"]);

        var together = Assert.Single(relations.MissingTogether);
        Assert.Equal(["zone", "borough"], Names(together.Columns));
        Assert.Equal((1.0, 15L), (together.Share, together.Rows));
    }

    [Fact]
    public void Find_DoesNotDependOnThreads()
    {
        string?[] Row(int i, Random random) => [$"{i}", $"{random.Next(5)}", $"{random.NextDouble() + i % 5}", i % 9 == 0 ? null : $"{i % 5}"];

        var (one, four) = (Find(["a", "b", "c", "d"], 300, Row, 1), Find(["a", "b", "c", "d"], 300, Row, 4));

        Assert.Equal(one.Associations, four.Associations);
        Assert.Equal(one.Keys.Select(static k => k.UniqueShare), four.Keys.Select(static k => k.UniqueShare));
    }

    private static Relations Find(string[] names, int rows, Func<int, Random, string?[]> row, int threads = 1)
    {
        var random = new Random(11);
        var sample = Sample.Of(names, [.. Enumerable.Range(0, rows).Select(i => row(i, random))]);
        return RelationFinder.Find(sample, Profiler.Profile(sample), threads, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Names(ImmutableArray<Column> columns) => columns.Select(static c => c.Name);
}
