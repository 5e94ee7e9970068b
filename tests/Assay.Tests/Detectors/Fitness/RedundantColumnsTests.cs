using Assays.Detectors.Fitness;
using Assays.Findings;

namespace Assays.Tests.Detectors.Fitness;

public sealed class RedundantColumnsTests
{
    [Fact]
    public void Judge_FindsColumnsThatSayTheSameInOtherWords()
    {
        string[] names = ["no", "yes", "maybe"];

        var finding = Assert.Single(new RedundantColumns().Judge(
            Examined.Table(["code", "other", "word"], [.. Examined.Rows(60).Select(row => new[] { $"{row % 3}", $"{row % 5}", names[row % 3] })])));

        Assert.Equal(["code", "word"], finding.Columns.Select(static column => column.Name));
        Assert.Equal(Severity.Note, finding.Severity);
    }

    [Fact]
    public void Judge_IsSilentOnTwoKeys() =>
        Assert.Empty(new RedundantColumns().Judge(Examined.Table(["id", "name"], [.. Examined.Rows(60).Select(static row => new[] { $"{row}", $"name {row}" })])));

    [Fact]
    public void Judge_IsSilentWhenOneRowDiffers() =>
        Assert.Empty(new RedundantColumns().Judge(Examined.Table(["a", "b"], [.. Examined.Rows(60).Select(static row => new[] { $"{row % 3}", $"{(row == 50 ? 0 : row % 3)}" })])));
}
