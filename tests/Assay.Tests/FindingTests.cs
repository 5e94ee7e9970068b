namespace Assays.Tests;

public sealed class FindingTests
{
    [Fact]
    public void RowsToShow_AreTheRowsOfTheMostSuspiciousCells()
    {
        var cells = Samples.Assessment.Findings[1].Cells;
        var finding = Samples.Assessment.Findings[1] with
        {
            Cells = [.. Enumerable.Range(0, 20).Select(i => cells[0] with { Row = i, Confidence = i / 20.0 })],
        };

        Assert.Equal([19, 18, 17, 16, 15], finding.RowsToShow);
    }

    [Fact]
    public void RowsToShow_AreTheRowsThatAreWrongAsAWhole() =>
        Assert.Equal([7, 8], (Samples.Assessment.Findings[1] with { Cells = [], WholeRows = [7, 8] }).RowsToShow);
}
