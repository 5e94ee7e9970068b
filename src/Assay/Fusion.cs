using System.Collections.Immutable;
using Assays.Findings;

namespace Assays;

/// <summary>
/// Makes one probability of what several rules say of one cell. Each rule's confidence is first calibrated; then the strongest counts in full
/// and the others by a part, because rules on one cell mostly see the same. Doubts below even odds stay as they are: they are kept
/// for their repair, and calibration was never measured on them.
/// </summary>
public static class Fusion
{
    /// <summary>The part of the log odds of the further rules that is news.</summary>
    private const double News = 0.2;

    private const double MostSure = 0.995;

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
            var cells = finding.Cells.Select(cell => cell.IsLikely ? cell with { Confidence = Probability(evidence[(cell.Row, cell.Column.Ordinal)]) } : cell).ToImmutableArray();
            return finding with { Cells = cells, Confidence = cells.Average(static c => c.Confidence) };
        }
    }

    private static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    private static double Probability((double Strongest, double Others) evidence) =>
        Math.Clamp(1 / (1 + Math.Exp(-(evidence.Strongest + (News * evidence.Others)))), 0.5, MostSure);
}
