using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>
/// Rows that break a rule all together because another holds for them: where all hospitals but one lie in one state, a measure seems to tell the
/// state's average, and each row of the other hospital breaks it. Errors strike some rows of a value and leave the rest.
/// </summary>
internal static class OwnPopulation
{
    /// <summary>Rows of a value of another column from which all of them breaking the rule is no chance.</summary>
    private const int LeastRows = 5;

    /// <summary>The share of the value's rows that break the rule.</summary>
    private const double LeastShare = 0.9;

    /// <summary>The rows among those that break a rule which share a value of a column that the rule is not about, and are nearly all that have it.</summary>
    public static HashSet<int> Of(Sample sample, HashSet<int> breaking, IReadOnlySet<Column> about)
    {
        var own = new HashSet<int>();
        foreach (var column in sample.Columns.Where(c => !about.Contains(c.Column)))
        {
            var groups = Grouping.By(column);
            foreach (var group in breaking.Select(row => groups.Find(column.Codes[row])).Where(static g => g >= 0).CountBy(static g => g))
            {
                var rows = groups.Rows(group.Key);
                if (group.Value >= LeastRows && group.Value >= LeastShare * rows.Length) own.UnionWith(breaking.Intersect(rows.ToArray()));
            }
        }

        return own;
    }
}
