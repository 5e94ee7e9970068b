using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>Which of the two cells of a broken rule is wrong.</summary>
/// <param name="Column">The column to blame.</param>
/// <param name="Instead">The value that would obey.</param>
/// <param name="Rows">The rows to blame it in.</param>
internal sealed record Culprit(SampledColumn Column, string Instead, ImmutableArray<int> Rows)
{
    /// <summary>How often, 0 to 1, the value that breaks the rule must be just what another premise asks for in that row.</summary>
    private const double LeastFit = 0.5;

    /// <summary>How often it would be that by chance at most.</summary>
    private const double MostChance = 0.2;

    /// <summary>
    /// A wrong conclusion is any value of its column; where it is just the one that a further column asks for beside another
    /// premise, it was the premise that was written wrong. Otherwise nothing tells the two apart, and none is blamed.
    /// </summary>
    public static Culprit? Find(Sample sample, Implication rule, ImmutableArray<Dependency> dependencies)
    {
        var helpers = dependencies
            .Where(d => d.Dependent == rule.Conclusion.Column && d.Determinants.Length == 2 && d.Determinants.Contains(rule.Premise.Column))
            .Select(d => sample[d.Determinants[0] == rule.Premise.Column ? d.Determinants[1] : d.Determinants[0]])
            .ToArray();
        Culprit? best = null;
        foreach (var helper in helpers)
        {
            var groups = Grouping.By(rule.Premise, helper);
            var table = new Contingency(groups, rule.Conclusion);
            for (var instead = 0; instead < rule.Premise.Values.Length; instead++)
            {
                if (instead == rule.If) continue;
                var fitting = rule.Breaches.Where(row => Fits(rule, helper, groups, table, row, instead)).ToImmutableArray();
                if (2 * fitting.Length > rule.Breaches.Length && fitting.Length > (best?.Rows.Length ?? 0)) best = new(rule.Premise, rule.Premise.Values[instead], fitting);
            }
        }

        return best;
    }

    private static bool Fits(Implication rule, SampledColumn helper, Grouping groups, Contingency table, int row, int instead)
    {
        var value = rule.Conclusion.Codes[row];
        var group = groups.Find(instead, helper.Codes[row]);
        if (group < 0 || table.Total(group) < 3) return false;
        var chance = (double)rule.Conclusion.Counts[value] / rule.Conclusion.Present;
        return table.Count(group, value) >= LeastFit * table.Total(group) && chance <= MostChance;
    }
}
