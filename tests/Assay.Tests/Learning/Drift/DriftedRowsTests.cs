using System.Globalization;
using Assays.Drift;
using Assays.Findings;
using Assays.Learning.Drift;
using Assays.Tests.Drift;

namespace Assays.Tests.Learning.Drift;

public sealed class DriftedRowsTests
{
    [Fact]
    public void Judge_FindsColumnsThatMovedOnlyTogether()
    {
        var finding = Assert.Single(new DriftedRows().Judge(Of(Rows(1, 0.9), Rows(2, -0.9))));

        Assert.Equal("Columns that moved together", finding.Title);
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(["height", "weight"], finding.Columns.Take(2).Select(static c => c.Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(finding.WholeRows);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new DriftedRows().Judge(Of(Rows(1, 0.9), Rows(2, 0.9))));

    [Fact]
    public void Judge_OnlyNotesTheRowsOfAColumnThatMovedByItself() =>
        Assert.Equal(Severity.Note, Assert.Single(new DriftedRows().Judge(Of(Rows(1, 0.9), [.. Rows(2, 0.9).Select(static r => new[] { r[0], r[1], $"{Number(r[2]) + 2}" })]))).Severity);

    [Fact]
    public void Judge_IsTheSameForAnyNumberOfThreads()
    {
        var comparison = Of(Rows(1, 0.9), Rows(2, -0.9));

        var (one, two) = (new DriftedRows().Judge(comparison with { Threads = 1 }).Single(), new DriftedRows().Judge(comparison with { Threads = 4 }).Single());

        Assert.Equal(one.Evidence.AsEnumerable(), two.Evidence);
    }

    [Fact]
    public void NotApplicable_ToABaseline() => Assert.NotNull(new DriftedRows().NotApplicable(Compared.Twin() with { ReferenceSample = null }));

    private static Comparison Of(string[][] reference, string[][] current) => Compared.Tables(["height", "weight", "shoe"], reference, ["height", "weight", "shoe"], current);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[][] Rows(int seed, double correlation)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 800).Select(_ =>
        {
            var (a, b) = (Normal(random), Normal(random));
            return new[] { Text(a), Text(correlation * a + Math.Sqrt(1 - correlation * correlation) * b), Text(Normal(random)) };
        })];
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Text(double number) => number.ToString("0.0000", CultureInfo.InvariantCulture);
}
