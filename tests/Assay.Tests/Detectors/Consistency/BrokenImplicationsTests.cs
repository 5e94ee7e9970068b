using Assays.Detectors.Consistency;
using Assays.Findings;

namespace Assays.Tests.Detectors.Consistency;

public sealed class BrokenImplicationsTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(15)]
    public void Judge_BlamesThePremiseWhenTheConclusionIsJustWhatAnotherAsksFor(int errors)
    {
        var rows = Families();
        var wrong = Enumerable.Range(0, rows.Length).Where(i => rows[i][1] == "Y").Take(errors).ToArray();
        foreach (var row in wrong) rows[row][1] = "N";

        var cells = Cells(rows);

        Assert.Equal(wrong.Select(i => (long)i), cells.Select(c => c.Row).Order());
        Assert.All(cells, c => Assert.Equal(("has_child", "Y"), (c.Column.Name, c.Repair?.Value)));
    }

    [Fact]
    public void Judge_IsSilentOnTheCleanTwin() => Assert.Empty(Cells(Families()));

    private static List<SuspectCell> Cells(string?[][] rows) =>
        [.. new BrokenImplications().Judge(Examined.Table(["state", "has_child", "exemption"], rows).Related()).SelectMany(f => f.Cells)];

    private static string?[][] Families()
    {
        var random = new Random(2);
        return [.. Enumerable.Range(0, 1500).Select(_ =>
        {
            var (state, child) = (random.Next(12), random.Next(2) == 0);
            return new[] { $"S{state}", child ? "Y" : "N", child ? $"{100 + (37 * state)}" : "0" };
        })];
    }
}
