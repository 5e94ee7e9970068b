using Assays.Detectors.Fitness;

namespace Assays.Tests.Detectors.Fitness;

public sealed class IdentifierFeaturesTests
{
    private static readonly string[][] Rows = [.. Examined.Rows(100).Select(static row => new[] { $"C-{row:0000}", $"{row * 1.37:0.00}", $"{row % 2}" })];

    [Fact]
    public void Judge_NotesColumnsThatTellRowsApart()
    {
        var examination = Examined.Table(["customer", "spent", "left"], Rows);

        var finding = Assert.Single(new IdentifierFeatures().Judge(examination with { Target = examination.Schema.Find("left") }));

        Assert.Equal("customer", Assert.Single(finding.Columns).Name);
    }

    [Fact]
    public void Judge_IsSilentWithoutATarget() => Assert.Empty(new IdentifierFeatures().Judge(Examined.Table(["customer", "spent", "left"], Rows)));
}
