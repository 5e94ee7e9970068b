using Assays.Detectors.Fitness;

namespace Assays.Tests.Detectors.Fitness;

public sealed class TargetLeakageTests
{
    private static readonly Random Chance = new(1);

    [Fact]
    public void Judge_FindsTheColumnThatKnowsTheClass()
    {
        var examination = Examined.Table(
            ["age", "reason", "left"], [.. Examined.Rows(300).Select(static row => new[] { $"{20 + (row * 7 % 40)}", row % 3 == 0 ? $"r{row % 4}" : "still here", row % 3 == 0 ? "yes" : "no" })]);

        var finding = Assert.Single(new TargetLeakage().Judge(examination with { Target = examination.Schema.Find("left") }));

        Assert.Equal("reason", finding.Columns[0].Name);
    }

    [Fact]
    public void Judge_FindsTheColumnThatKnowsTheNumber()
    {
        var examination = Examined.Table(["gross", "net"], [.. Examined.Rows(2000).Select(static row => row * 37 % 2000).Select(static n => new[] { $"{n * 1.19:0.00}", $"{n}" })]);

        Assert.Single(new TargetLeakage().Judge(examination with { Target = examination.Schema.Find("net") }));
    }

    [Fact]
    public void Judge_IsSilentOnAnHonestFeatureAndOnNames()
    {
        var examination = Examined.Table(
            ["name", "age", "left"], [.. Examined.Rows(300).Select(static row => new[] { $"n{row}", $"{row % 50}", row % 50 < 25 == Chance.Next(5) > 0 ? "yes" : "no" })]);

        Assert.Empty(new TargetLeakage().Judge(examination with { Target = examination.Schema.Find("left") }));
    }

    [Fact]
    public void Judge_IsSilentWithoutATarget() => Assert.Empty(new TargetLeakage().Judge(Examined.Column("a", ["1"])));
}
