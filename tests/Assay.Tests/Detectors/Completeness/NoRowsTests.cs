using Assays.Detectors.Completeness;

namespace Assays.Tests.Detectors.Completeness;

public sealed class NoRowsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Judge_TellsATableOfAHeaderAlone(int rows, int findings) =>
        Assert.Equal(findings, new NoRows().Judge(Examined.Table(["a", "b"], [.. Examined.Rows(rows).Select(static row => new[] { $"{row}", "x" })])).Count());
}
