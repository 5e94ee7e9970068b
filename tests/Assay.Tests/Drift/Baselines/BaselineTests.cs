using System.Text;
using Assays.Drift;
using Assays.Drift.Baselines;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Tests.Drift.Baselines;

public sealed class BaselineTests
{
    private static readonly Baseline Whole = Compared.Baseline(1, 3_000);

    [Fact]
    public void File_ReadsBackTheSame()
    {
        var compact = Whole.Compact() with { Source = "a.csv", Made = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero) };

        var text = Write(compact);

        Assert.Equal(text, Write(BaselineFile.Parse(text, "a.assay.json")));
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(30_000)]
    public void File_TakesAboutAKilobyteAColumn_WhateverTheRows(int rows) =>
        Assert.InRange(Write(Compared.Baseline(1, rows).Compact()).Length / Whole.Columns.Length, 100, 1_100);

    [Fact]
    public void File_KeepsEveryColumnAsItWas()
    {
        var compact = Whole.Compact();

        var read = BaselineFile.Parse(Write(compact), "a.assay.json");

        Assert.All(compact.Columns.Zip(read.Columns), static pair =>
        {
            Assert.Equal((pair.First.Rows, pair.First.Missing, pair.First.Blank, pair.First.IsRunning), (pair.Second.Rows, pair.Second.Missing, pair.Second.Blank, pair.Second.IsRunning));
            Assert.InRange(Likeness.Distance(pair.First, pair.Second), 0, 1.01 / Assays.Statistics.QuantileSketch.Capacity);
            Assert.Equal(pair.First.Distinct?.Smallest ?? [], pair.Second.Distinct?.Smallest ?? []);
        });
    }

    [Fact]
    public void File_HoldsNoValueOfAColumnAboutPersons()
    {
        string[][] rows = [.. Enumerable.Range(0, 200).Select(static row => new[] { $"ada{row}@example.org", $"{row % 7}" })];
        var sample = Sample.Of(["e-mail", "visits"], rows);

        var text = Write(BaselineMaker.Make(Profiler.Profile(sample, cancellationToken: TestContext.Current.CancellationToken), sample).Compact());

        Assert.DoesNotContain("example", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_MakeTheWhole()
    {
        var rows = Compared.Rows(1, 3_000);
        var parts = rows.Chunk(1_000).Select(static part => Of(part).Compact()).Aggregate(static (sum, part) => sum + part);
        var whole = Of(rows);

        Assert.Equal(whole.Rows, parts.Rows);
        foreach (var (one, other) in whole.Columns.Zip(parts.Columns))
        {
            Assert.Equal(one.Missing, other.Missing);
            Assert.Equal(one.Moments.Count, other.Moments.Count);
            Assert.Equal(one.Moments.Mean, other.Moments.Mean, 1e-9);
            Assert.True(Likeness.Distance(one, other) <= 0.02, $"{one.Name}: {Likeness.Distance(one, other)}");
        }
    }

    [Fact]
    public void ManyParts_LoseNoMoreThanTwo()
    {
        var year = Compared.Rows(1, 5_200).Chunk(100).Select(static part => Of(part).Compact()).Aggregate(static (sum, part) => sum + part).Compact();

        Assert.All(year.Columns.Where(static c => c.Numbers is not null), static c => Assert.InRange(c.Numbers!.Steps, 0, 2));
        Assert.All(Of(Compared.Rows(1, 5_200)).Columns.Zip(year.Columns), static pair => Assert.InRange(Likeness.Distance(pair.First, pair.Second), 0, 0.02));
    }

    [Fact]
    public void Parts_InAnyOrderMakeTheSame()
    {
        var (a, b) = (Compared.Baseline(1).Compact(), Compared.Baseline(2, 700).Compact());

        Assert.Equal(Write(a + b), Write(b + a));
    }

    [Fact]
    public void AColumnThatAPartLacks_IsMissingThere()
    {
        var sample = Sample.Of(["amount"], [.. Enumerable.Range(0, 50).Select(static row => new[] { $"{row}" })]);

        var sum = Compared.Baseline(1) + BaselineMaker.Make(Profiler.Profile(sample, cancellationToken: TestContext.Current.CancellationToken), sample);

        Assert.Equal(50, sum.Find("city")!.Missing);
        Assert.Equal(Compared.Count + 50, sum.Find("city")!.Rows);
    }

    [Fact]
    public void NumbersOfOnePartAndTextsOfAnother_MakeNoDistribution()
    {
        var numbers = Of("zip", Enumerable.Range(0, 60).Select(static row => $"{10_000 + row * 977}"));
        var texts = Of("zip", Enumerable.Range(0, 60).Select(static row => $"No. {row * 31}, {row}"));

        Assert.Null((numbers + texts).Columns[0].Numbers);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("not JSON")]
    [InlineData("""{"assayBaseline":"2.0","rows":-1}""")]
    [InlineData("""{"assayBaseline":"9.0"}""")]
    [InlineData("""{"assayBaseline":"2.0","source":"a","made":"2024-01-01T00:00:00Z","rows":1,"weighed":1,"seen":1,"columns":[{"name":"a","type":"Nonsense"}]}""")]
    public void Parse_OfSomethingElse_SaysWhatToDo(string text) =>
        Assert.Contains("base.assay.json", Assert.Throws<InputException>(() => BaselineFile.Parse(text, "base.assay.json")).Message, StringComparison.Ordinal);

    private static Baseline Of(IReadOnlyList<string?[]> rows)
    {
        var sample = Sample.Of(Compared.Names, rows);
        return BaselineMaker.Make(Profiler.Profile(sample, cancellationToken: TestContext.Current.CancellationToken), sample);
    }

    private static Baseline Of(string name, IEnumerable<string> values)
    {
        var sample = Sample.Of([name], [.. values.Select(static value => new[] { value })]);
        return BaselineMaker.Make(Profiler.Profile(sample, cancellationToken: TestContext.Current.CancellationToken), sample);
    }

    private static string Write(Baseline baseline)
    {
        using var stream = new MemoryStream();
        BaselineFile.Write(baseline, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
