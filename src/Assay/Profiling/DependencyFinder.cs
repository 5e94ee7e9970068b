using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling;

/// <summary>
/// Finds columns that determine another, or nearly do. A candidate is judged by how often two rows of one group agree, above
/// what two rows of the table agree anyway: Goodman and Kruskal's tau (1954), each row against the others of its group, so that
/// groups of one row prove nothing and a column with few values proves little.
/// </summary>
public static class DependencyFinder
{
    /// <summary>The least tau of a dependency: half way from chance to a rule without exception.</summary>
    public const double LeastTau = 0.5;

    /// <summary>The least tau of a dependency on two columns together: of so many candidates some hold by the quirks of a few groups.</summary>
    private const double LeastTauOfPairs = 0.8;

    /// <summary>Standard errors by which agreement must exceed chance; far beyond what thousands of candidates reach by luck.</summary>
    private const double LeastDeviations = 6;

    /// <summary>Rows looked at, over all pairs of columns; beyond it fewer rows are looked at, then only pairs of columns that stand near each other.</summary>
    private const long Budget = 100_000_000;

    private const int LeastRows = 2_000;

    /// <summary>Pairs of columns tried as determinants.</summary>
    private const int MaxPairs = 200;

    /// <summary>Dependencies kept for one dependent column, the strongest.</summary>
    private const int MaxDeterminants = 8;

    /// <summary>The dependencies of a table, by dependent column, strongest first.</summary>
    public static ImmutableArray<Dependency> Find(Sample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var columns = sample.Columns.Where(c => c.Present > 0).ToArray();
        if (sample.Rows < 4 || columns.Length < 2) return [];

        var determinants = columns.Where(c => c.Values.Length > 1 && c.Values.Length <= 0.95 * c.Present).ToArray();
        var pairs = Math.Max(1, (long)determinants.Length * columns.Length);
        var rows = (int)Math.Clamp(Budget / pairs, Math.Min(LeastRows, sample.Rows), sample.Rows);
        var reach = pairs * rows <= 2 * Budget ? int.MaxValue : Math.Max(1, (int)(2 * Budget / rows / Math.Max(1, determinants.Length) / 2));

        var found = new List<Dependency>();
        foreach (var determinant in determinants)
        {
            var groups = Grouping.By(determinant);
            foreach (var dependent in columns)
            {
                if (dependent == determinant || Math.Abs(dependent.Column.Ordinal - determinant.Column.Ordinal) > reach) continue;
                if (Judge(groups, dependent, rows) is { } dependency) found.Add(dependency);
            }
        }

        found.AddRange(FindPairs(sample, columns, found));
        return
        [
            .. found.GroupBy(d => d.Dependent.Ordinal).OrderBy(g => g.Key)
                .SelectMany(g => g.OrderByDescending(Tau).ThenBy(d => d.Determinants.Length).ThenBy(d => d.Determinants[0].Ordinal).Take(MaxDeterminants)),
        ];
    }

    /// <summary>Agreement above chance: 0 is none, 1 a rule without exception.</summary>
    public static double Tau(Dependency dependency)
    {
        ArgumentNullException.ThrowIfNull(dependency);
        return dependency.Chance >= 1 ? 0 : (dependency.Confidence - dependency.Chance) / (1 - dependency.Chance);
    }

    /// <summary>What one candidate is worth; null when it is no dependency.</summary>
    public static Dependency? Judge(Grouping groups, SampledColumn dependent, int rows)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(dependent);
        if (dependent.Values.Length < 2) return null;

        var tally = new int[dependent.Values.Length];
        var touched = new List<int>();
        var (agreeing, compared, grouped, violations) = (0.0, 0L, 0, 0);
        var step = Math.Max(1, groups.Groups.Length / Math.Max(1, rows));
        for (var group = 0; group < groups.Count; group += step)
        {
            var inGroup = groups.Rows(group);
            if (inGroup.Length < 2) continue;
            touched.Clear();
            var present = 0;
            foreach (var row in inGroup)
            {
                var code = dependent.Codes[row];
                if (code < 0) continue;
                if (tally[code]++ == 0) touched.Add(code);
                present++;
            }

            var (pairs, mode) = (0L, 0);
            foreach (var code in touched)
            {
                pairs += (long)tally[code] * (tally[code] - 1);
                mode = Math.Max(mode, tally[code]);
                tally[code] = 0;
            }

            if (present < 2) continue;
            agreeing += (double)pairs / (present - 1);
            compared += present;
            violations += present - mode;
            grouped++;
        }

        if (grouped < 2 || compared < 8) return null;
        var chance = Agreement(dependent);
        var confidence = agreeing / compared;
        var deviation = Math.Sqrt(Math.Max(chance * (1 - chance), 1e-4) / Math.Max(1, compared - grouped));
        var dependency = new Dependency([.. groups.Columns.Select(c => c.Column)], dependent.Column, confidence, chance, grouped, violations);
        return Tau(dependency) >= LeastTau && confidence - chance >= LeastDeviations * deviation ? dependency : null;
    }

    /// <summary>Determinants of two columns, where neither alone determines and the two together nearly do.</summary>
    private static List<Dependency> FindPairs(Sample sample, SampledColumn[] columns, List<Dependency> single)
    {
        const double muchBetter = 0.9;
        var known = single.ToLookup(d => d.Dependent.Ordinal);
        var small = columns.Where(c => c.Values.Length > 1 && c.Values.Length <= c.Present / 4).OrderBy(c => c.Values.Length).ThenBy(c => c.Column.Ordinal).Take(21).ToArray();
        var found = new List<Dependency>();
        var tried = 0;
        var rows = (int)Math.Clamp(Budget / Math.Max(1, (long)MaxPairs * columns.Length), Math.Min(LeastRows, sample.Rows), sample.Rows);
        for (var i = 0; i < small.Length; i++)
        {
            for (var j = i + 1; j < small.Length && tried < MaxPairs; j++, tried++)
            {
                if (Determines(known, small[i], small[j]) || Determines(known, small[j], small[i])) continue;
                var groups = Grouping.By(small[i], small[j]);
                if (groups.Count > sample.Rows / 2) continue;
                foreach (var dependent in columns)
                {
                    if (dependent == small[i] || dependent == small[j]) continue;
                    if (known[dependent.Column.Ordinal].Any(d => Tau(d) >= muchBetter)) continue;
                    if (Judge(groups, dependent, rows) is { } pair && pair.Confidence - pair.Chance > 0 && Tau(pair) >= LeastTauOfPairs
                        && known[dependent.Column.Ordinal].Where(d => d.Determinants[0] == small[i].Column || d.Determinants[0] == small[j].Column)
                            .All(d => 1 - Tau(pair) < 0.5 * (1 - Tau(d))))
                    {
                        found.Add(pair);
                    }
                }
            }
        }

        return found;
    }

    private static bool Determines(ILookup<int, Dependency> known, SampledColumn left, SampledColumn right) =>
        known[right.Column.Ordinal].Any(d => d.Determinants[0] == left.Column && Tau(d) >= 0.9);

    /// <summary>How often two rows of the table hold the same value.</summary>
    private static double Agreement(SampledColumn column)
    {
        var pairs = 0.0;
        foreach (var count in column.Counts) pairs += (double)count * (count - 1);
        return column.Present < 2 ? 0 : pairs / ((double)column.Present * (column.Present - 1));
    }
}
