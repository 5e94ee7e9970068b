using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>A rule between two columns' values that nearly all rows obey.</summary>
/// <param name="Premise">The column on the left.</param>
/// <param name="If">Its value, by code.</param>
/// <param name="Conclusion">The column on the right.</param>
/// <param name="Then">The value that follows, by code.</param>
/// <param name="Support">Rows with the premise and any conclusion.</param>
/// <param name="Elsewhere">The share of the other rows that have the conclusion.</param>
/// <param name="Breaches">Rows with the premise and another conclusion.</param>
internal sealed record Implication(
    SampledColumn Premise, int If, SampledColumn Conclusion, int Then, int Support, double Elsewhere, ImmutableArray<int> Breaches)
{
    private const int MostPremises = 12;
    private const int LeastSupport = 200;

    /// <summary>Breaches as a share of the support: more are exceptions.</summary>
    private const double MostBreaches = 0.03;

    /// <summary>The share of the other rows that have the conclusion: where nearly all have it the rule says nothing.</summary>
    private const double MostElsewhere = 0.8;

    /// <summary>Times that a breach is rarer than in the other rows.</summary>
    private const double LeastLift = 30;

    /// <summary>Rows looked at over all pairs of columns; wider tables are not searched.</summary>
    private const long Budget = 100_000_000;

    public static IEnumerable<Implication> Find(Sample sample)
    {
        var premises = sample.Columns.Where(c => c.Values.Length is > 1 and <= MostPremises).ToArray();
        if ((long)premises.Length * sample.Columns.Length * sample.Rows > Budget) yield break;
        foreach (var premise in premises)
        {
            var groups = Grouping.By(premise);
            foreach (var conclusion in sample.Columns)
            {
                if (conclusion == premise || conclusion.Values.Length < 2 || conclusion.Values.Length > sample.Rows / 10) continue;
                var table = new Contingency(groups, conclusion);
                for (var value = 0; value < groups.Count; value++)
                {
                    if (Of(premise, conclusion, table, value) is { } rule) yield return rule;
                }
            }
        }
    }

    private static Implication? Of(SampledColumn premise, SampledColumn conclusion, Contingency table, int value)
    {
        var support = table.Total(value);
        if (support < LeastSupport) return null;
        var then = table.Values(value)[0];
        var breaches = support - table.Counts(value)[0];
        if (breaches == 0 || breaches > MostBreaches * support) return null;
        var others = conclusion.Present - support;
        if (others < LeastSupport) return null;
        var elsewhere = (double)(conclusion.Counts[then] - table.Counts(value)[0]) / others;
        if (elsewhere > MostElsewhere || 1 - elsewhere < LeastLift * breaches / support) return null;
        var rows = ImmutableArray.CreateBuilder<int>(breaches);
        foreach (var row in table.Groups.Rows(value))
        {
            var code = conclusion.Codes[row];
            if (code >= 0 && code != then) rows.Add(row);
        }

        return new(premise, value, conclusion, then, support, elsewhere, rows.ToImmutable());
    }
}
