using System.Collections.Immutable;
using Assays.Labels.Audit;
using Assays.Statistics;

namespace Assays.Tests.Labels.Audit;

public sealed class StratifiedEstimateTests
{
    [Theory]
    [InlineData(150, 50, 47)]
    [InlineData(1_000, 50, 50)]
    public void Interval_OfOneStratum_IsTheExactOneOfDrawsWithoutReplacement(long rows, long answers, long right)
    {
        var exact = new FiniteProportion(rows, right, answers).Exact();

        var interval = StratifiedEstimate.Interval([new(rows, answers, right)]);

        Assert.Equal(exact.Low, interval.Low, 0.01);
        Assert.Equal(exact.High, interval.High, 0.01);
    }

    [Fact]
    public void Interval_WhenAllRowsWereLookedAt_IsAPoint() => Assert.Equal(0, StratifiedEstimate.Interval([new(20, 20, 18), new(30, 30, 30)]).Width, 1e-9);

    [Fact]
    public void Accuracy_CountsAStratumByItsRows() => Assert.Equal(0.9 * 1 + 0.1 * 0.5, StratifiedEstimate.Accuracy([new(900, 10, 10), new(100, 40, 20)]), 1e-12);

    [Fact]
    public void Accuracy_WhereAModelWasAsked_IsDrawnTowardsWhatItExpectedOfTheRowsThatNobodyLookedAt()
    {
        // Four answers and the model's four: half of each for the 96 rows left.
        Assert.Equal((3 + 96 * (0.75 + 0.95) / 2) / 100, StratifiedEstimate.Accuracy([new(100, 4, 3, 0.95)]), 1e-12);
        Assert.Equal(0.5, StratifiedEstimate.Accuracy([new(100, 100, 50, 0.95)]), 1e-12);
    }

    [Fact]
    public void Accuracy_WhereTheModelIsWrong_StaysWhereTheAnswersAllow()
    {
        ImmutableArray<StratumAnswers> strata = [new(1_000, 10, 0, 1), new(1_000, 10, 0, 1)];

        Assert.Equal(StratifiedEstimate.Interval(strata).High, StratifiedEstimate.Accuracy(strata), 1e-12);
    }

    [Fact]
    public void Accuracy_OfAStratumWithoutAnswers_IsWhatTheModelExpectsOrElseLikeTheOthers()
    {
        Assert.Equal(0.5 * 0.8 + 0.5 * 0.6, StratifiedEstimate.Accuracy([new(100, 100, 80, 0.9), new(100, 0, 0, 0.6)]), 1e-12);
        Assert.Equal(0.8, StratifiedEstimate.Accuracy([new(100, 100, 80), new(100, 0, 0)]), 1e-12);
    }

    /// <summary>Strata as a model draws them: most rows are right for certain, few are doubtful, and the model is as often wrong as it says, or twice.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Interval_OfDrawsBySuspicion_HoldsAndTheEstimateIsNearerThanWithoutTheModel(double wronger)
    {
        var random = new Random(7);
        double[] wrong = [.. Enumerable.Range(0, 1_000).Select(static i => i < 800 ? 0.01 : i < 950 ? 0.1 : 0.45)];
        var stratum = AuditStrata.BySuspicion(wrong);
        var (allocated, expected, rows) = (AuditStrata.Allocate(stratum, wrong, 50), AuditStrata.Expected(stratum, wrong), stratum.CountBy(static h => h).ToDictionary());
        double covered = 0, guided = 0, plain = 0;
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var isRight = Array.ConvertAll(wrong, w => random.NextDouble() >= w * wronger);
            var truth = isRight.Average(static r => r ? 1.0 : 0);
            ImmutableArray<StratumAnswers> answers = [.. AuditStrata.Draw(stratum, allocated, random).GroupBy(row => stratum[row]).Select(g => new StratumAnswers(rows[g.Key], g.Count(), g.Count(row => isRight[row]), expected[g.Key]))];
            covered += StratifiedEstimate.Interval(answers).Contains(truth) ? 1 : 0;
            guided += Math.Pow(StratifiedEstimate.Accuracy(answers) - truth, 2);
            plain += Math.Pow(StratifiedEstimate.Accuracy([.. answers.Select(static s => s with { Expected = null })]) - truth, 2);
        }

        Assert.InRange(covered / 200, 0.95, 1);
        Assert.InRange(guided / plain, 0, 0.95);
    }
}
