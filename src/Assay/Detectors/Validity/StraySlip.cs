using Assays.Data;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>
/// A short text that is one slip from what all other rows of the same thing have: <c>xl</c> in one row of a hospital that has <c>al</c> in 23. So short
/// a text says nothing by itself. What does: the column is one thing's throughout, and no thing has this text as its own.
/// </summary>
/// <param name="Code">The text, by its code.</param>
/// <param name="Meant">The code of what was meant.</param>
/// <param name="Thing">The column of the thing.</param>
/// <param name="Others">Rows of the same things that have what was meant, four at least.</param>
internal readonly record struct StraySlip(int Code, int Meant, Column Thing, int Others)
{
    /// <summary>The share of rows of the column's usual value: where more values are usual, dependencies show what does not fit.</summary>
    private const double LeastUsual = 0.8;

    /// <summary>The share of rows that one such text may have.</summary>
    private const double MostRows = 0.05;

    /// <summary>Rows of a thing from which it shows what its own value is, and the share of them that must have it.</summary>
    private const int LeastRows = 5;
    private const double LeastOwn = 0.8;

    /// <summary>The share of a slip's rows that must stand where a thing shows its own value.</summary>
    private const double LeastStrays = 0.8;

    /// <summary>The share of rows that may have neither their thing's value nor a slip of it.</summary>
    private const double MostExceptions = 0.01;

    /// <summary>The stray slips of a column; each told by the thing that speaks most clearly.</summary>
    public static IEnumerable<StraySlip> Find(Sample sample, SampledColumn column)
    {
        if (column.Values.Length < 3) return [];
        var usual = column.Counts.IndexOf(column.Counts.ToArray().Max());
        if (column.Counts[usual] < LeastUsual * column.Present) return [];
        var candidates = Enumerable.Range(0, column.Values.Length)
            .Where(code => column.Counts[code] <= MostRows * column.Present && IsSlip(column.Values[usual], column.Values[code])).ToHashSet();
        if (candidates.Count == 0) return [];
        return sample.Columns
            .Where(thing => thing != column && thing.Values.Length >= LeastRows && thing.Values.Length * LeastRows <= thing.Present)
            .SelectMany(thing => Find(new(Grouping.By(thing), column), usual, candidates))
            .GroupBy(static slip => slip.Code).Select(static same => same.MaxBy(static slip => slip.Others)).OrderBy(static slip => slip.Code);
    }

    private static List<StraySlip> Find(Contingency table, int usual, HashSet<int> candidates)
    {
        var own = new HashSet<int>();
        var (strays, others) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var (exceptions, rows) = (0, 0);
        for (var group = 0; group < table.Groups.Count; group++)
        {
            var total = table.Total(group);
            if (total < LeastRows) continue;
            var values = table.Values(group);
            var counts = table.Counts(group);
            rows += total;
            var isOwn = counts[0] >= LeastOwn * total;
            if (isOwn) own.Add(values[0]);
            for (var i = 1; i < values.Length; i++)
            {
                if (!isOwn || values[0] != usual || !candidates.Contains(values[i]))
                {
                    exceptions += counts[i];
                    continue;
                }

                strays[values[i]] = strays.GetValueOrDefault(values[i]) + counts[i];
                others[values[i]] = others.GetValueOrDefault(values[i]) + counts[0];
            }
        }

        // Where no thing has a value that is not the usual one, nothing shows that the column is the thing's.
        if (own.Count < 2 || exceptions > MostExceptions * rows) return [];
        var column = table.Dependent;
        return [.. strays.Where(s => !own.Contains(s.Key) && s.Value >= LeastStrays * column.Counts[s.Key]).Select(s => new StraySlip(s.Key, usual, table.Groups.Columns[0].Column, others[s.Key]))];
    }

    /// <summary>One letter written wrong, added, left out or swapped in a text of letters.</summary>
    private static bool IsSlip(string meant, string written) =>
        meant.Length >= 2 && meant.All(char.IsLetter) && written.All(char.IsLetter)
        && !string.Equals(meant, written, StringComparison.OrdinalIgnoreCase) && Edit.Between(meant, written) is not null;
}
