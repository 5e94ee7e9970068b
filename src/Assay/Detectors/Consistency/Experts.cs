using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>Everything in a table that knows something of a column: its dependencies, implications that hold for single values, and the rows around.</summary>
internal static class Experts
{
    /// <summary>Values of a column whose implications are looked at.</summary>
    private const int MostPremises = 60;

    /// <summary>Rows that must bear an implication, and the share of them that must obey.</summary>
    private const int LeastSupport = 50;
    private const double LeastObedience = 0.97;

    /// <summary>Rows looked at over all pairs of columns; a table beyond it is not searched for implications.</summary>
    private const int Budget = 40_000_000;

    public static ImmutableArray<Expert> Of(Sample sample, ImmutableArray<Dependency> dependencies)
    {
        var groupings = new Dictionary<(int, int), Grouping>();
        var experts = ImmutableArray.CreateBuilder<Expert>();
        var slips = new Dictionary<int, Slip>();
        var known = new HashSet<(int, int)>();
        foreach (var dependency in dependencies)
        {
            experts.Add(new(new(GroupingOf(dependency.Determinants), sample[dependency.Dependent]), SlipOf(dependency.Dependent)));
            if (dependency.Determinants is [var only]) known.Add((only.Ordinal, dependency.Dependent.Ordinal));
        }

        var small = sample.Columns.Where(c => c.Values.Length is > 1 and <= MostPremises).ToArray();
        if ((long)small.Length * small.Length * sample.Rows <= Budget)
        {
            foreach (var premise in small)
            {
                foreach (var conclusion in sample.Columns)
                {
                    if (premise == conclusion || conclusion.Values.Length < 2 || known.Contains((premise.Column.Ordinal, conclusion.Column.Ordinal))) continue;
                    var table = new Contingency(GroupingOf([premise.Column]), conclusion);
                    if (Implies(table)) experts.Add(new(table, SlipOf(conclusion.Column)));
                }
            }
        }

        foreach (var (around, column) in RowContext.Of(sample))
        {
            var groups = Grouping.By(around);
            if (DependencyFinder.Judge(groups, column, sample.Rows) is not null) experts.Add(new(new(groups, column), SlipOf(column.Column)));
        }

        return experts.ToImmutable();

        Slip SlipOf(Column column) => slips.TryGetValue(column.Ordinal, out var made) ? made : slips[column.Ordinal] = new(sample[column]);

        Grouping GroupingOf(ImmutableArray<Column> determinants)
        {
            var key = (determinants[0].Ordinal, determinants.Length > 1 ? determinants[1].Ordinal : -1);
            if (groupings.TryGetValue(key, out var made)) return made;
            return groupings[key] = determinants.Length > 1 ? Grouping.By(sample[determinants[0]], sample[determinants[1]]) : Grouping.By(sample[determinants[0]]);
        }
    }

    /// <summary>Whether some value nearly fixes the other column, which is far from fixed elsewhere: married, so no exemption for singles.</summary>
    private static bool Implies(Contingency table)
    {
        for (var group = 0; group < table.Groups.Count; group++)
        {
            var total = table.Total(group);
            if (total < LeastSupport) continue;
            var hits = table.Counts(group)[0];
            var elsewhere = table.Dependent.Present - total;
            var usualElsewhere = table.Dependent.Counts[table.Values(group)[0]] - hits;
            // Ten times rarer than among the other rows is far beyond what a thousand candidates reach by chance with this support.
            if (hits >= LeastObedience * total && elsewhere >= LeastSupport && 1 - ((double)usualElsewhere / elsewhere) >= 10 * (1 - ((double)hits / total))) return true;
        }

        return false;
    }
}
