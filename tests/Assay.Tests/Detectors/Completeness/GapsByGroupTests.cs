using Assays.Detectors.Completeness;

namespace Assays.Tests.Detectors.Completeness;

public sealed class GapsByGroupTests
{
    [Fact]
    public void Judge_NotesWhatTheGapsDependOn()
    {
        var finding = Assert.Single(new GapsByGroup().Judge(Examined.Table(
            ["kind", "other", "horsepower"],
            [.. Examined.Rows(300).Select(static row => new[] { row % 3 == 0 ? "electric" : "petrol", $"{row % 7}", row % 3 == 0 && row % 10 > 0 ? null : $"{row}" })])));

        Assert.Equal(["horsepower", "kind"], finding.Columns.Select(static column => column.Name));
        Assert.Contains("electric", finding.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_IsSilentOnGapsAtRandom()
    {
        var random = new Random(1);

        Assert.Empty(new GapsByGroup().Judge(Examined.Table(
            ["kind", "horsepower"], [.. Examined.Rows(300).Select(row => new[] { row % 3 == 0 ? "electric" : "petrol", random.Next(3) == 0 ? null : $"{row}" })])));
    }
}
