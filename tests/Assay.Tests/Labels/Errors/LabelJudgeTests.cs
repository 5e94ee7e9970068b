using Assays.Labels.Errors;

namespace Assays.Tests.Labels.Errors;

public sealed class LabelJudgeTests
{
    [Theory]
    [InlineData(2.0)]
    [InlineData(6.0)]
    public void ErrorInterval_HoldsTheShareOfWrongLabels_HoweverFarClassesOverlap(double sharpness)
    {
        var covered = Enumerable.Range(0, 20).Count(seed => Judge(sharpness, 0.1, seed).ErrorInterval.Contains(0.1));

        Assert.InRange(covered, 19, 20);
    }

    [Fact]
    public void ErrorInterval_IsWiderWhereClassesOverlapMore() =>
        Assert.True(Judge(2, 0.1, 1).ErrorInterval.Width > 1.5 * Judge(6, 0.1, 1).ErrorInterval.Width);

    [Fact]
    public void Judge_WhereErrorsAreDoubtful_CallsFewWrongAndSaysSo()
    {
        var judged = Enumerable.Range(0, 20).Select(static seed => Judge(4, 0.001, seed)).Where(static j => j.Model.Evidence < 2.8 && j.FlaggedRows > 0).ToArray();

        Assert.NotEmpty(judged);
        Assert.All(judged, static j => Assert.InRange(j.FlaggedRows, 1, 10));
        Assert.All(judged, static j => Assert.Contains(j.Warnings, static w => w.Contains("may all be right", StringComparison.Ordinal)));
    }

    /// <summary>2,000 rows of two classes by a model that knows exactly how far they overlap, with some labels exchanged.</summary>
    private static LabelJudgement Judge(double sharpness, double wrong, int seed)
    {
        var random = new Random(seed);
        var (values, labels) = (new double[4_000], new int[2_000]);
        for (var row = 0; row < labels.Length; row++)
        {
            var first = 1 / (1 + Math.Exp(sharpness * (2 * random.NextDouble() - 1) * 2));
            (values[2 * row], values[2 * row + 1]) = (first, 1 - first);
            var truth = random.NextDouble() < first ? 0 : 1;
            labels[row] = random.NextDouble() < wrong ? 1 - truth : truth;
        }

        return LabelJudge.Judge(new(["a", "b"], values), labels);
    }
}
