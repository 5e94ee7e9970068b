using Assays.Data;

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

    /// <summary>Columns that must tell the rows apart: where cells are shifted or swapped a value stands in one column that is not its own.</summary>
    private const int LeastColumns = 2;

    /// <summary>The rows among those that break a rule which share a value of a column that the rule is not about, and are nearly all that have it.</summary>
    public static HashSet<int> Of(Sample sample, HashSet<int> breaking, IReadOnlySet<Column> about)
    {
        var told = new Dictionary<int, int>();
        foreach (var column in sample.Columns.Where(c => !about.Contains(c.Column)))
        {
            foreach (var same in breaking.Where(row => column.Codes[row] >= 0).GroupBy(row => column.Codes[row]))
            {
                if (same.Count() < Math.Max(LeastRows, LeastShare * column.Counts[same.Key])) continue;
                foreach (var row in same) told[row] = told.GetValueOrDefault(row) + 1;
            }
        }

        return [.. told.Where(static t => t.Value >= LeastColumns).Select(static t => t.Key)];
    }
}
