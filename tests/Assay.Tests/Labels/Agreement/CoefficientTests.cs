using Assays.Labels.Agreement;

namespace Assays.Tests.Labels.Agreement;

public sealed class CoefficientTests
{
    /// <summary>Krippendorff's own example: four observers, twelve units, gaps.</summary>
    private const string Krippendorff = """
        1 2 3 3 2 1 4 1 2 . . .
        1 2 3 3 2 2 4 1 2 5 . 3
        . 3 3 3 2 3 4 2 2 5 1 .
        1 2 3 3 2 4 4 1 2 5 1 .
        """;

    /// <summary>The usual textbook table: ten subjects, fourteen raters, five categories.</summary>
    private static readonly int[][] Fleiss =
    [
        [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
        [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ];

    [Theory]
    [InlineData(Distance.Nominal)]
    [InlineData(Distance.Ordinal)]
    [InlineData(Distance.Interval)]
    [InlineData(Distance.Ratio)]
    public void Krippendorff_EqualsTheReference(Distance distance)
    {
        var expected = LabelData.Json("agreement_reference.json").GetProperty("krippendorff_example")
            .GetProperty(distance.ToString().ToLowerInvariant()).GetDouble();
        var rows = Krippendorff.Split('\n').Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var counts = AnswerCounts.Of(Answers.Of(rows.SelectMany(static (row, observer) =>
            row.Select((value, unit) => ($"{unit}", $"{observer}", value)).Where(static a => a.value != "."))));

        Assert.Equal(expected, Coefficient.Krippendorff(distance).Of(counts, counts.Weights()), 1e-12);
    }

    [Fact]
    public void Fleiss_EqualsTheReference()
    {
        var expected = LabelData.Json("agreement_reference.json").GetProperty("fleiss_example");
        var counts = AnswerCounts.Of(Answers.Of(Fleiss.SelectMany(static (row, item) => row.SelectMany((count, k) =>
            Enumerable.Range(0, count).Select(i => ($"{item}", $"{k}/{i}", $"{k}"))))));
        var weights = counts.Weights();

        Assert.Equal(expected.GetProperty("fleiss").GetDouble(), Coefficient.Fleiss.Of(counts, weights), 1e-12);
        Assert.Equal(expected.GetProperty("randolph").GetDouble(), Coefficient.Randolph.Of(counts, weights), 1e-12);
        Assert.Equal(expected.GetProperty("gwet_ac1").GetDouble(), Coefficient.GwetAc1.Of(counts, weights), 1e-12);
        Assert.Equal(expected.GetProperty("krippendorff_nominal").GetDouble(), Coefficient.Krippendorff(Distance.Nominal).Of(counts, weights), 1e-12);
    }

    [Theory]
    [InlineData("crowd_duck", "duck")]
    [InlineData("crowd_dog", "dog")]
    public void Crowds_EqualTheReference(string folder, string name)
    {
        var expected = LabelData.Json("agreement_reference.json").GetProperty("crowd").EnumerateArray().First(e => e.GetProperty("set").GetString() == name);
        var counts = AnswerCounts.Of(Crowds.Read(folder).Answers);
        var weights = counts.Weights();

        Assert.Equal(expected.GetProperty("pairwise_agreement").GetDouble(), Coefficient.Pairwise.Of(counts, weights), 1e-9);
        Assert.Equal(expected.GetProperty("fleiss").GetDouble(), Coefficient.Fleiss.Of(counts, weights), 1e-9);
        Assert.Equal(expected.GetProperty("gwet_ac1").GetDouble(), Coefficient.GwetAc1.Of(counts, weights), 1e-9);
        Assert.Equal(expected.GetProperty("krippendorff_alpha").GetDouble(), Coefficient.Krippendorff(Distance.Nominal).Of(counts, weights), 1e-9);
    }

    [Theory]
    [InlineData("cohen_2x2_[[20,5],[10,15]]", new long[] { 20, 5, 10, 15 })]
    [InlineData("cohen_2x2_[[45,15],[25,15]]", new long[] { 45, 15, 25, 15 })]
    [InlineData("paradox_2x2_[[118,5],[2,0]]", new long[] { 118, 5, 2, 0 })]
    [InlineData("cohen_3x3_[[44,5,1],[7,20,3],[9,5,6]]", new long[] { 44, 5, 1, 7, 20, 3, 9, 5, 6 })]
    public void Kappa_EqualsTheReference(string name, long[] cells)
    {
        var expected = LabelData.Json("agreement_reference.json").GetProperty(name);
        var classes = (int)Math.Sqrt(cells.Length);
        var table = new long[classes, classes];
        for (var i = 0; i < cells.Length; i++)
        {
            table[i / classes, i % classes] = cells[i];
        }

        var kappa = new Kappa(table);

        Assert.Equal(expected.GetProperty("kappa").GetDouble(), kappa.Value(), 1e-12);
        Assert.Equal(expected.GetProperty("se").GetDouble(), kappa.StandardError, 1e-12);
        Assert.Equal(expected.GetProperty("ci").Doubles()[0], kappa.Interval().Low, 1e-12);
        Assert.Equal(expected.GetProperty("scott_pi").GetDouble(), kappa.ScottPi, 1e-12);
        Assert.Equal(expected.GetProperty("gwet_ac1").GetDouble(), kappa.GwetAc1, 1e-12);
        Assert.Equal(expected.GetProperty("max_kappa").GetDouble(), kappa.Largest, 1e-12);
        if (!expected.TryGetProperty("linear", out var linear)) return;
        Assert.Equal(linear.GetDouble(), kappa.Value(1), 1e-12);
        Assert.Equal(expected.GetProperty("quadratic").GetDouble(), kappa.Value(2), 1e-12);
    }

    [Fact]
    public void Estimate_CoversTheTruthAboutAsOftenAsItSays()
    {
        // Two annotators who are right with 0.9 about two equal classes, and wrong alone: kappa is (2 * 0.9 - 1)² = 0.64.
        var random = new Random(5);
        var covered = 0;
        for (var trial = 0; trial < 100; trial++)
        {
            var answers = Enumerable.Range(0, 300).SelectMany(item =>
            {
                var truth = random.Next(2);
                return Enumerable.Range(0, 2).Select(a => ($"{item}", $"{a}", $"{(random.NextDouble() < 0.9 ? truth : 1 - truth)}"));
            });
            covered += Coefficient.Fleiss.Estimate(AnswerCounts.Of(Answers.Of(answers)), trial, 300).Interval.Contains(0.64) ? 1 : 0;
        }

        Assert.InRange(covered, 88, 100);
    }
}
