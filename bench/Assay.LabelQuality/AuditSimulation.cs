using System.Collections.Immutable;
using System.Text;
using Assays.Labels.Audit;
using Assays.Labels.Errors;
using Assays.Statistics;

namespace Assays.LabelQuality;

/// <summary>Audits by a perfect auditor, many times: how near is the estimate, and does the interval hold?</summary>
internal static class AuditSimulation
{
    private const int Repeats = 200;

    public static void Report(IReadOnlyList<NoisySet> sets, StringBuilder page)
    {
        page.Append("| checked rows | draw | RMSE of the error rate | mean width of the 95 % interval | coverage | lowest coverage of a set |\n|---|---|---|---|---|---|\n");
        var judged = sets.Select(set => (Set: set, Wrong: set.Probabilities("rf") is { } p ? LabelJudge.Judge(p, set.Labels).Wrong : null)).Where(static s => s.Wrong is not null).ToArray();
        foreach (var draws in (int[])[50, 100, 200])
        {
            foreach (var guided in (bool[])[false, true])
            {
                var figures = judged.Where(s => s.Set.Labels.Length >= 3 * draws).Select(s => Simulate(s.Set, s.Wrong!, draws, guided)).ToArray();
                page.Append($"| {draws} | {(guided ? "by suspicion, weights undone" : "simple")} | {figures.Average(static f => f.Rmse):0.0000} | {figures.Average(static f => f.Width):0.000} | {figures.Average(static f => f.Coverage):0.000} | {figures.Min(static f => f.Coverage):0.000} |\n");
            }
        }
    }

    private static (double Rmse, double Width, double Coverage) Simulate(NoisySet set, double[] wrong, int draws, bool guided)
    {
        var stratum = guided ? AuditStrata.BySuspicion(wrong) : new int[wrong.Length];
        var allocated = guided ? AuditStrata.Allocate(stratum, wrong, draws) : [draws];
        var expected = guided ? AuditStrata.Expected(stratum, wrong) : null;
        var rows = stratum.CountBy(static h => h).ToDictionary();
        var truth = 1 - set.ErrorShare;
        double squares = 0, width = 0, covered = 0;
        var known = new Dictionary<string, Interval>(StringComparer.Ordinal);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var drawn = AuditStrata.Draw(stratum, allocated, new Random(repeat));
            ImmutableArray<StratumAnswers> answers = [.. drawn.GroupBy(row => stratum[row]).OrderBy(static g => g.Key).Select(g => new StratumAnswers(rows[g.Key], g.Count(), g.Count(row => !set.Errors[row]), expected?[g.Key]))];
            var key = string.Join(';', answers);
            if (!known.TryGetValue(key, out var interval)) known[key] = interval = StratifiedEstimate.Interval(answers);
            var error = StratifiedEstimate.Accuracy(answers) - truth;
            squares += error * error;
            width += interval.Width;
            covered += interval.Contains(truth) ? 1 : 0;
        }

        return (Math.Sqrt(squares / Repeats), width / Repeats, covered / Repeats);
    }
}
