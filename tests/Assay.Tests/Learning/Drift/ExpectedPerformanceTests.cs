using Assays.Drift;
using Assays.Findings;
using Assays.Learning.Drift;
using Assays.Tests.Drift;

namespace Assays.Tests.Learning.Drift;

public sealed class ExpectedPerformanceTests
{
    [Fact]
    public void Expect_ForetellsHowRightPredictionsWillBe()
    {
        var current = ConceptTables.Rows(2, count: 6_000).Where(static row => row[3][..3] is "0.3" or "0.4" or "0.5" or "0.6" or "0.2").ToArray();
        var truth = current.Average(static row => row[3][2] >= '5' == (row[2] == "yes") ? 1.0 : 0.0);

        var expected = ExpectedPerformance.Expect(Of(current))!.Value.Expected.Mean;

        Assert.Equal(truth, expected, 0.05);
    }

    [Fact]
    public void Judge_WarnsOfALoss()
    {
        var finding = Assert.Single(new ExpectedPerformance().Judge(Of([.. ConceptTables.Rows(2, count: 6_000).Where(static row => row[3][..3] is "0.3" or "0.4" or "0.5" or "0.6")])));

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal("probability", finding.Columns[0].Name);
    }

    [Fact]
    public void Judge_OnlyNotesTheFigureOfATwin() => Assert.Equal(Severity.Note, Assert.Single(new ExpectedPerformance().Judge(Of(ConceptTables.Rows(2)))).Severity);

    [Fact]
    public void Judge_SaysWhenNothingCanBeForetold() =>
        Assert.Equal("Predictions nobody can vouch for", Assert.Single(new ExpectedPerformance().Judge(Of(ConceptTables.Rows(2, shift: 12)))).Title);

    [Fact]
    public void NotApplicable_WithoutPredictions() => Assert.NotNull(new ExpectedPerformance().NotApplicable(Compared.Twin()));

    private static Comparison Of(string[][] current)
    {
        var comparison = Compared.Tables(ConceptTables.Names, ConceptTables.Rows(1, count: 3_000), ["left", "right", "probability"], [.. current.Select(static row => new[] { row[0], row[1], row[3] })]);
        return comparison with { AbsentTarget = "answer", Prediction = comparison.Sample.Schema.Find("probability") };
    }
}
