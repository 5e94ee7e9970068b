using System.Collections.Immutable;
using Assays.Findings;

namespace Assays;

/// <summary>
/// Makes one probability of what several rules say of one cell. Each rule's confidence is first calibrated; then the strongest counts in full
/// and the others by a part, because rules on one cell mostly see the same. The strongest rule's cell carries the fused probability, the others
/// keep their own, so that the repair of the surest rule is made. Doubts below even odds stay as they are: they are kept
/// for their repair, and calibration was never measured on them.
/// </summary>
public static class Fusion
{
    /// <summary>The part of the log odds of the further rules that is news.</summary>
    private const double News = 0.2;

    private const double MostSure = 0.999;

    /// <summary>The same outcomes, with every likely cell's confidence calibrated and fused.</summary>
    public static ImmutableArray<Outcome> Combine(ImmutableArray<Outcome> outcomes)
    {
        var evidence = new Dictionary<(long Row, int Column), (double Strongest, double Others)>();
        foreach (var ran in outcomes.OfType<Outcome.Ran>())
        {
            foreach (var told in ran.Findings.SelectMany(static f => f.Cells).Where(static c => c.IsLikely).GroupBy(static c => (c.Row, c.Column.Ordinal)))
            {
                var odds = LogOdds(Calibration.Of(ran.Rule.Name, told.Max(static c => c.Confidence)));
                var (strongest, others) = evidence.GetValueOrDefault(told.Key);
                evidence[told.Key] = odds > strongest ? (odds, others + strongest) : (strongest, others + odds);
            }
        }

        return [.. outcomes.Select(outcome => outcome is Outcome.Ran ran ? ran with { Findings = [.. ran.Findings.Select(Fuse)] } : outcome)];

        Finding Fuse(Finding finding)
        {
            if (!finding.Cells.Any(static c => c.IsLikely)) return finding;
            var cells = finding.Cells.Select(cell => cell.IsLikely ? cell with { Confidence = Weigh(finding.Rule.Name, cell) } : cell).ToImmutableArray();
            return finding with { Cells = cells, Confidence = cells.Average(static c => c.Confidence) };
        }

        double Weigh(string rule, SuspectCell cell)
        {
            var own = LogOdds(Calibration.Of(rule, cell.Confidence));
            var (strongest, others) = evidence[(cell.Row, cell.Column.Ordinal)];
            return Probability(own < strongest ? own : strongest + (News * others));
        }
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double Probability(double odds) => Math.Clamp(1 / (1 + Math.Exp(-odds)), 0.5, MostSure);
}
