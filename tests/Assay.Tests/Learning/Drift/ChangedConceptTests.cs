using Assays.Drift;
using Assays.Learning.Drift;

namespace Assays.Tests.Learning.Drift;

public sealed class ChangedConceptTests
{
    [Fact]
    public void Judge_FindsAnswersThatFollowAnotherRule()
    {
        var finding = Assert.Single(new ChangedConcept().Judge(Of(ConceptTables.Rows(1, border: 9), ConceptTables.Rows(2, border: 13))));

        Assert.Equal("answer", finding.Columns[0].Name);
        Assert.Contains("no longer follows", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnATwin() => Assert.Empty(new ChangedConcept().Judge(Of(ConceptTables.Rows(1), ConceptTables.Rows(2))));

    [Fact]
    public void Judge_DoesNotTakeHarderRowsForANewRule() => Assert.Empty(new ChangedConcept().Judge(Of(ConceptTables.Rows(1), [.. ConceptTables.Rows(2, count: 6_000).Where(static row => row[3][..3] is "0.3" or "0.4" or "0.5" or "0.6")])));

    [Fact]
    public void NotApplicable_WithoutATarget() => Assert.NotNull(new ChangedConcept().NotApplicable(ConceptTables.Compare(ConceptTables.Rows(1), ConceptTables.Rows(2))));

    private static Comparison Of(string[][] reference, string[][] current)
    {
        var comparison = ConceptTables.Compare(reference, current);
        return comparison with { Target = comparison.Sample.Schema.Find("answer"), Prediction = comparison.Sample.Schema.Find("probability") };
    }
}
