using Assays.Labels.Audit;

namespace Assays.Tests.Labels.Audit;

public sealed class SequentialTestTests
{
    [Theory]
    [InlineData(null, 0.93, Verdict.Accept)]
    [InlineData(null, 0.88, Verdict.Reject)]
    [InlineData(1000L, 0.93, Verdict.Accept)]
    [InlineData(1000L, 0.88, Verdict.Reject)]
    [InlineData(1000L, 0.97, Verdict.Accept)]
    [InlineData(1000L, 0.80, Verdict.Reject)]
    public void Decide_IsRarelyWrongThoughAskedAfterEveryAnswer(long? rows, double accuracy, Verdict truth)
    {
        var test = new SequentialTest(rows, Accept: 0.93, Reject: 0.88);
        var random = new Random(11);
        var wrong = 0;
        for (var trial = 0; trial < 20000; trial++)
        {
            var (left, leftRight) = (rows ?? 0, (long)((rows ?? 0) * accuracy));
            long right = 0, answers = 0;
            var verdict = Verdict.Continue;
            while (verdict == Verdict.Continue && answers < (rows ?? 20_000))
            {
                var isRight = random.NextDouble() < (rows is null ? accuracy : (double)leftRight / left);
                left--;
                if (isRight) leftRight--;
                right += isRight ? 1 : 0;
                verdict = test.Decide(right, ++answers);
            }

            if (verdict != truth) wrong++;
        }

        Assert.True(wrong <= 20000 * 0.05, $"{wrong} of 20000");
    }

    [Fact]
    public void FewestMore_IsTheNumberThatDecides()
    {
        var test = new SequentialTest(1000, 0.95, 0.90);

        var more = test.FewestMore(47, 50, right: true)!.Value;

        Assert.Equal(Verdict.Continue, test.Decide(47 + more - 1, 50 + more - 1));
        Assert.Equal(Verdict.Accept, test.Decide(47 + more, 50 + more));
    }
}
