using Assays.Detectors.Completeness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Completeness;

public sealed class MissingValuesTests
{
    [Theory]
    [InlineData(50, 1000, Severity.Note)]
    [InlineData(51, 1000, Severity.Warning)]
    public void Judge_WarnsOnlyOfSharesAboveTheLimit(int missing, int rows, Severity severity)
    {
        var examination = Examined.Column("price", Examined.Rows(rows).Select(row => row < missing ? null : $"{row}"));

        var finding = Assert.Single(new MissingValues(tolerated: 0.05).Judge(examination));

        Assert.Equal(severity, finding.Severity);
        Assert.Equal(missing, finding.AffectedRows);
        Assert.Empty(finding.Cells);
    }

    [Fact]
    public void Judge_IsSilentOnACompleteTable() =>
        Assert.Empty(new MissingValues().Judge(Examined.Column("price", Examined.Rows(100).Select(static row => $"{row}"))));

    [Fact]
    public void Judge_ListsGapsThatNothingExplains()
    {
        var examination = Examined.Table(["city", "rate"], [.. Examined.Rows(1000).Select(static row => new[] { $"c{row % 7}", row is 10 or 500 ? null : "5" })]);

        var finding = Assert.Single(new MissingValues().Judge(examination));

        Assert.Equal([10, 500], finding.Cells.Select(static cell => cell.Row));
    }

    [Fact]
    public void Judge_DoesNotListGapsThatAnotherColumnForetells()
    {
        var examination = Examined.Table(["kind", "rate"], [.. Examined.Rows(1000).Select(static row => new[] { row is 10 or 500 ? "free" : "paid", row is 10 or 500 ? null : "5" })]);

        var finding = Assert.Single(new MissingValues().Judge(examination));

        Assert.Empty(finding.Cells);
        Assert.Equal(Severity.Note, finding.Severity);
    }

    [Fact]
    public void Judge_DoesNotListGapsThatComeTogether()
    {
        var examination = Examined.Table(
            ["zone", "borough"], [.. Examined.Rows(1000).Select(static row => new[] { row is 10 or 500 ? null : $"z{row % 90}", row is 10 or 500 ? null : $"b{row % 5}" })]);

        Assert.All(new MissingValues().Judge(examination), static finding => Assert.Empty(finding.Cells));
    }
}
