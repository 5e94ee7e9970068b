using Assays.Detectors.Uniqueness;

namespace Assays.Tests.Detectors.Uniqueness;

public sealed class BrokenKeysTests
{
    [Fact]
    public void Judge_FindsRepeatsInAKey()
    {
        var examination = Examined.Table(["id", "name"], [.. Examined.Rows(200).Select(static row => new[] { $"{(row == 150 ? 20 : row)}", $"name {row % 50}" })]);

        var finding = Assert.Single(new BrokenKeys().Judge(examination));

        Assert.Equal(150, Assert.Single(finding.Cells).Row);
    }

    [Fact]
    public void Judge_IsSilentOnAKeyWithoutFault() =>
        Assert.Empty(new BrokenKeys().Judge(Examined.Table(["id", "name"], [.. Examined.Rows(200).Select(static row => new[] { $"{row}", $"name {row % 50}" })])));

    [Fact]
    public void Judge_LeavesCopiesOfWholeRowsToAnotherRule() =>
        Assert.Empty(new BrokenKeys().Judge(Examined.Table(["id", "name"], [.. Examined.Rows(200).Select(static row => new[] { $"{(row == 150 ? 20 : row)}", row == 150 ? "name 20" : $"name {row}" })])));

    [Fact]
    public void Judge_IsSilentOnMeasuresThatHappenToRepeat()
    {
        var random = new Random(1);

        Assert.Empty(new BrokenKeys().Judge(Examined.Table(["price", "n"], [.. Examined.Rows(300).Select(row => new[] { $"{random.Next(30_000)}", $"{row % 3}" })])));
    }
}
