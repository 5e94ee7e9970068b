using System.Text.Json;
using Assays.Statistics;
using Assays.Tests.Architecture;

namespace Assays.Tests.Statistics;

/// <summary>Holds the statistics of drift to scipy's numbers, which Reference/drift.py wrote.</summary>
public sealed class DriftStatisticsTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement Reference = JsonDocument.Parse(File.ReadAllText(
        Path.Combine(SourceTree.Root.FullName, "tests", "Assay.Tests", "Statistics", "Reference", "drift.json"))).RootElement;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Reference.GetProperty("numbers").GetArrayLength())];

    public static TheoryData<int> Categories => [.. Enumerable.Range(0, Reference.GetProperty("categories").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Distances_AreScipys(int at)
    {
        var row = Reference.GetProperty("numbers")[at];
        var (left, right) = (Weighted(row, "left"), Weighted(row, "right"));
        var (n, m) = ((double)left.Count, (double)right.Count);

        var distance = KolmogorovSmirnov.Distance(left, right);
        var ranks = MannWhitney.Of(left, right, n, m);

        Assert.Equal(row.GetProperty("distance").GetDouble(), distance, Tolerance);
        Assert.Equal(row.GetProperty("limit").GetDouble(), KolmogorovSmirnov.Limit(distance * Math.Sqrt(n * m / (n + m))), Tolerance);
        Assert.Equal(row.GetProperty("wasserstein").GetDouble(), Wasserstein.Distance(left, right), Tolerance);
        Assert.Equal(row.GetProperty("superiority").GetDouble(), ranks.Superiority, Tolerance);
        Assert.Equal(row.GetProperty("mannWhitney").GetDouble(), ranks.PValue(n, m), Tolerance);
        if (row.GetProperty("exact").ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(row.GetProperty("exact").GetDouble(), KolmogorovSmirnov.PValue(distance, n, m), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void CategoryShifts_AreScipys(int at)
    {
        var row = Reference.GetProperty("categories")[at];

        var shift = CategoryShift.Of(Doubles(row, "left"), Doubles(row, "right"));

        Assert.Equal(row.GetProperty("chiSquare").GetDouble(), shift.ChiSquare, Tolerance);
        Assert.Equal(row.GetProperty("p").GetDouble(), shift.PValue, Tolerance);
        Assert.Equal(row.GetProperty("g").GetDouble(), shift.LogLikelihood, Tolerance);
        Assert.Equal(row.GetProperty("jensenShannon").GetDouble(), shift.JensenShannon, Tolerance);
        Assert.Equal(row.GetProperty("totalVariation").GetDouble(), shift.TotalVariation, Tolerance);
        Assert.Equal(row.GetProperty("psi").GetDouble(), shift.StabilityIndex, Tolerance);
    }

    [Fact]
    public void ChiSquareSurvival_IsScipys()
    {
        foreach (var row in Reference.GetProperty("chiSquares").EnumerateArray())
        {
            var survival = new ChiSquareDistribution(row.GetProperty("freedom").GetDouble()).Survival(row.GetProperty("x").GetDouble());

            Assert.Equal(row.GetProperty("p").GetDouble(), survival, Tolerance);
        }
    }

    [Fact]
    public void KolmogorovLimit_IsScipys()
    {
        foreach (var row in Reference.GetProperty("limits").EnumerateArray())
        {
            Assert.Equal(row.GetProperty("p").GetDouble(), KolmogorovSmirnov.Limit(row.GetProperty("x").GetDouble()), Tolerance);
        }
    }

    [Fact]
    public void FalseDiscovery_IsScipys()
    {
        foreach (var row in Reference.GetProperty("discoveries").EnumerateArray())
        {
            var adjusted = FalseDiscovery.Adjust(Doubles(row, "p"));

            Assert.All(Doubles(row, "q").Zip(adjusted), static pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        }
    }

    [Fact]
    public void Pooled_PutsRareCategoriesTogether()
    {
        var shift = CategoryShift.Pooled([500, 480, 1, 0, 2], [490, 495, 0, 3, 1]);

        Assert.Equal(2, shift.Freedom);
    }

    private static double[] Doubles(JsonElement row, string name) => [.. row.GetProperty(name).EnumerateArray().Select(static n => n.GetDouble())];

    private static WeightedValues Weighted(JsonElement row, string name)
    {
        var values = Doubles(row, name);
        return WeightedValues.Of(values, [.. values.Select(static _ => 1)]);
    }
}
