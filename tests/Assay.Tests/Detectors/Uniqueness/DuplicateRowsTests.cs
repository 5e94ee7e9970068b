using Assays.Detectors.Uniqueness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Uniqueness;

public sealed class DuplicateRowsTests
{
    [Fact]
    public void Judge_FindsCopies()
    {
        string[][] rows = [.. Examined.Rows(200).Select(static row => new[] { $"{row * 37}", $"name {row % 40}", $"{row % 7}" })];

        var finding = Assert.Single(new DuplicateRows().Judge(Examined.Table(["a", "b", "c"], [.. rows, rows[17], rows[80]])));

        Assert.Equal([200, 201], finding.WholeRows);
        Assert.Equal(2, finding.AffectedRows);
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void Judge_IsSilentOnDistinctRows() =>
        Assert.Empty(new DuplicateRows().Judge(Examined.Table(["a", "b"], [["1", "x"], ["1", "y"], ["2", "x"], ["1", null]])));

    [Fact]
    public void Judge_OnlyNotesLookAlikesInACoarseTable()
    {
        var random = new Random(1);

        var examination = Examined.Table(
            ["class", "sex", "age", "port"], [.. Examined.Rows(500).Select(_ => new[] { $"{random.Next(3)}", $"{random.Next(2)}", $"{random.Next(60)}", $"{random.Next(4)}" })]);

        Assert.Equal(Severity.Note, Assert.Single(new DuplicateRows().Judge(examination)).Severity);
    }
}
