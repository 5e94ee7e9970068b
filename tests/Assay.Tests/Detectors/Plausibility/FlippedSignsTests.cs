using System.Globalization;
using Assays.Detectors.Plausibility;
using Assays.Findings;

namespace Assays.Tests.Detectors.Plausibility;

public sealed class FlippedSignsTests
{
    [Fact]
    public void Judge_FindsFlippedSignsAndPutsThemRight()
    {
        var masses = Masses();
        masses[17] = $"-{masses[17]}";
        masses[60] = $"-{masses[60]}";

        var finding = Assert.Single(Judge(masses));

        Assert.Equal([17, 60], finding.Cells.Select(static c => c.Row));
        Assert.Equal(Masses()[17], finding.Cells[0].Repair!.Value.Value);
        Assert.Contains("are positive", finding.Cells[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_FindsALostSignToo()
    {
        var depths = Masses().Select(static mass => $"-{mass}").ToArray();
        depths[5] = depths[5][1..];

        Assert.Equal($"-{depths[5]}", Assert.Single(Assert.Single(Judge(depths)).Cells).Repair!.Value.Value);
    }

    [Fact]
    public void Judge_IsSilentOnTheCleanTwin() => Assert.Empty(Judge(Masses()));

    [Fact]
    public void Judge_LeavesNumbersThatComeNearZeroTheirSign()
    {
        var random = new Random(3);
        var temperatures = Enumerable.Range(0, 200).Select(_ => ((random.NextDouble() * 30) - 2).ToString("F1", CultureInfo.InvariantCulture));

        Assert.Empty(Judge([.. temperatures]));
    }

    [Fact]
    public void Judge_TakesOneNumberAgainAndAgainForASign() => Assert.Empty(Judge([.. Masses(), "-4000", "-4000", "-4000", "-4000"]));

    [Fact]
    public void Judge_LeavesNumbersWhoseSignAnotherColumnTells()
    {
        string[][] rows = [.. Masses().Select(static (mass, row) => row % 12 == 0 ? new[] { "refund", $"-{mass}" } : ["sale", mass])];

        Assert.Empty(new FlippedSigns().Judge(Examined.Table(["kind", "amount"], rows)));
    }

    private static IEnumerable<Finding> Judge(string[] values) => new FlippedSigns().Judge(Examined.Column("body_mass", values));

    private static string[] Masses()
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 120).Select(_ => (3000 + random.Next(3000)).ToString(CultureInfo.InvariantCulture))];
    }
}
