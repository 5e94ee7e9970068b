using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Learning.Labels;
using Assays.Tests.Detectors;

namespace Assays.Tests.Learning.Labels;

public sealed class WrongLabelsTests
{
    [Fact]
    public async Task Investigate_FindsFlippedLabels_WithTheBetterOne()
    {
        var found = await InvestigateAsync(600, static (x, _, row) => (x > 0.5) ^ row % 40 == 0 ? "yes" : "no");

        var finding = Assert.Single(found);
        var hits = finding.Cells.Count(static c => c.Row % 40 == 0);
        Assert.InRange(finding.Cells.Length, 10, 20);
        Assert.True(hits >= 0.8 * finding.Cells.Length, $"{hits} of {finding.Cells.Length}");
        Assert.All(finding.Cells, static c => Assert.Equal(c.Value == "yes" ? "no" : "yes", c.Repair!.Value.Value));
        Assert.Equal(Dimension.LabelQuality, finding.Rule.Dimension);
    }

    [Fact]
    public async Task Investigate_IsSilentWhereClassesOverlap() =>
        Assert.Empty(await InvestigateAsync(1_000, static (x, chance, _) => chance < x ? "yes" : "no"));

    [Fact]
    public async Task Investigate_IsSilentWhereNothingSpeaksOfTheTarget() =>
        Assert.Empty(await InvestigateAsync(600, static (_, chance, _) => chance < 0.5 ? "yes" : "no"));

    [Fact]
    public async Task Investigate_IsSilentAboutATargetOfNames() =>
        Assert.Empty(await InvestigateAsync(3_000, static (_, _, row) => $"name {row}"));

    private static async Task<IReadOnlyList<Finding>> InvestigateAsync(int rows, Func<double, double, int, string> label)
    {
        var random = new Random(3);
        var examination = Examined.Table(["x", "y", "target"], [.. Examined.Rows(rows).Select(row =>
        {
            var x = random.NextDouble();
            return new string?[] { x.ToString("0.0000", System.Globalization.CultureInfo.InvariantCulture), $"{row % 7}", label(x, random.NextDouble(), row) };
        })]);
        return await new WrongLabels().InvestigateAsync(null!, examination with { Target = examination.Schema.Find("target") }, TestContext.Current.CancellationToken);
    }
}
