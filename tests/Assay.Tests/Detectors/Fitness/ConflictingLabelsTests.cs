using Assays.Detectors.Fitness;

namespace Assays.Tests.Detectors.Fitness;

public sealed class ConflictingLabelsTests
{
    private static string?[] Row(int row, string label) => [$"{row}", $"{row % 20}", $"f{row % 7}", label];

    [Fact]
    public void Judge_FindsEqualRowsWithDifferentAnswers()
    {
        var examination = Examined.Table(["id", "a", "b", "label"], [.. Examined.Rows(700).Select(static row => Row(row, row == 300 ? "spam" : "ham"))]);

        var finding = Assert.Single(new ConflictingLabels().Judge(examination with { Target = examination.Schema.Find("label") }));

        Assert.Equal([300], finding.WholeRows);
    }

    [Fact]
    public void Judge_IsSilentWhereEqualRowsHaveEqualAnswers()
    {
        var examination = Examined.Table(["id", "a", "b", "label"], [.. Examined.Rows(700).Select(static row => Row(row, row % 20 < 10 ? "spam" : "ham"))]);

        Assert.Empty(new ConflictingLabels().Judge(examination with { Target = examination.Schema.Find("label") }));
    }
}
