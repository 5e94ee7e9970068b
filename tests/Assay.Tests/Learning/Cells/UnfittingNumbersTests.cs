using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Learning.Cells;
using Assays.Tests.Detectors;

namespace Assays.Tests.Learning.Cells;

public sealed class UnfittingNumbersTests
{
    [Fact]
    public async Task Investigate_FindsNumbersThatOnlyTheirRowsSpeakAgainst()
    {
        // Half of the usual weight: among all weights nothing special.
        var found = await InvestigateAsync(1, static (row, weight) => row is 70 or 333 ? weight * 0.45 : weight);

        var finding = Assert.Single(found);
        Assert.Equal("weight", finding.Columns[0].Name);
        Assert.Equal([70L, 333L], finding.Cells.Select(static c => c.Row));
        Assert.All(finding.Cells, static c => Assert.Contains("rows like it have about", c.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Investigate_PutsSlipsOfTheUnitRight()
    {
        var found = await InvestigateAsync(1, static (row, weight) => row % 25 == 3 ? weight * 1000 : weight);

        var cells = Assert.Single(found).Cells;
        Assert.InRange(cells.Length, 40, 48);
        Assert.All(cells, static c => Assert.Equal(Number(c.Value!) / 1000, Number(c.Repair!.Value.Value!), 3));
    }

    [Fact]
    public async Task Investigate_IsSilentOnTheCleanTwin() => Assert.Empty(await InvestigateAsync(1, static (_, weight) => weight));

    [Fact]
    public async Task Investigate_GivesTheSameForAnyNumberOfThreads()
    {
        var (one, four) = (await InvestigateAsync(1, Slip), await InvestigateAsync(4, Slip));

        Assert.NotEmpty(one);
        Assert.Equal(one.SelectMany(static f => f.Cells), four.SelectMany(static f => f.Cells));

        static double Slip(int row, double weight) => row % 40 == 3 ? weight / 100 : weight;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<Finding>> InvestigateAsync(int threads, Func<int, double, double> weighed)
    {
        var random = new Random(5);
        var examination = Examined.Table(["length", "width", "height", "girth", "weight"], [.. Examined.Rows(1_200).Select((_, row) =>
        {
            var size = 20 + (60 * random.NextDouble());
            return new string?[] { Text(Near(size)), Text(Near(size / 2)), Text(Near(size / 3)), Text(Near(2 * size)), Text(weighed(row, Near(size * size))) };
        })]) with { Threads = threads };
        return await new UnfittingNumbers().InvestigateAsync(null!, examination, TestContext.Current.CancellationToken);

        double Near(double number) => number * (0.98 + (0.04 * random.NextDouble()));

        static string Text(double number) => number.ToString("0.0###", CultureInfo.InvariantCulture);
    }
}
