using Assays.Data;
using Assays.Profiling;

namespace Assays.Learning.Rows;

/// <summary>A column of any type in few levels, so that how often they stand together can be counted: ranges of numbers, frequent categories, the forms of texts.</summary>
internal sealed class CoarseColumn
{
    /// <summary>Rows that a value of few must have to be a level of its own.</summary>
    private const int LeastRows = 5;
    private const int MostValues = 30;
    private const int MostMasks = 8;

    /// <summary>The share of rows that the frequent values must have for a column to be of categories.</summary>
    private const double Covered = 0.8;

    private const int Missing = 0;
    private const int Other = 1;
    private const int Special = 2;

    /// <summary>The quantiles at which numbers are cut; the ends are fine, as it is there that rows are odd.</summary>
    private static readonly double[] _cuts = [0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999];

    private CoarseColumn(SampledColumn column, int[] levelOfValue, int levels)
    {
        (Column, Levels) = (column, levels);
        Codes = new int[column.Codes.Length];
        for (var row = 0; row < Codes.Length; row++) Codes[row] = column.Codes[row] < 0 ? Missing : levelOfValue[column.Codes[row]];
    }

    public SampledColumn Column { get; }

    public int Levels { get; }

    /// <summary>For each row of the sample its level.</summary>
    public int[] Codes { get; }

    /// <summary>The column in levels; none where it has one level only, and tells nothing.</summary>
    public static CoarseColumn? Of(SampledColumn column, ColumnProfile profile)
    {
        if (column.Present == 0) return null;
        var (levels, count) = profile.Numeric is not null && column.Values.Length > MostValues ? Ranges(column) : Values(column) ?? Masks(column);
        var coarse = new CoarseColumn(column, levels, count);
        return coarse.Codes.Distinct().Skip(1).Any() ? coarse : null;
    }

    private static (int[] Levels, int Count) Ranges(SampledColumn column)
    {
        var sorted = Enumerable.Range(0, column.Values.Length).Where(i => !double.IsNaN(column.Numbers[i])).OrderBy(i => column.Numbers[i]).ToArray();
        var total = sorted.Sum(i => (long)column.Counts[i]);
        var cuts = _cuts.Where(cut => Math.Min(cut, 1 - cut) * total >= LeastRows).ToArray();
        var levels = new int[column.Values.Length];
        Array.Fill(levels, Other);
        var (seen, cut) = (0L, 0);
        foreach (var i in sorted)
        {
            // The middle of a value's rows tells its place, so that a frequent one does not fall to its end.
            while (cut < cuts.Length && seen + (column.Counts[i] / 2.0) > cuts[cut] * total) cut++;
            levels[i] = Special + cut;
            seen += column.Counts[i];
        }

        return (levels, Special + cuts.Length + 1);
    }

    private static (int[] Levels, int Count)? Values(SampledColumn column)
    {
        var frequent = Enumerable.Range(0, column.Values.Length).Where(i => column.Counts[i] >= LeastRows)
            .OrderByDescending(i => column.Counts[i]).ThenBy(i => column.Values[i], StringComparer.Ordinal).Take(MostValues).ToList();
        if (frequent.Sum(i => (long)column.Counts[i]) < Covered * column.Present) return null;
        var levels = new int[column.Values.Length];
        Array.Fill(levels, Other);
        for (var i = 0; i < frequent.Count; i++) levels[frequent[i]] = Special + i;
        return (levels, Special + frequent.Count);
    }

    private static (int[] Levels, int Count) Masks(SampledColumn column)
    {
        var masks = column.Values.Select(static value => Mask.Loose(value)).ToArray();
        var frequent = masks.Select((mask, i) => (mask, Rows: column.Counts[i])).GroupBy(static m => m.mask, StringComparer.Ordinal)
            .Select(static g => (Mask: g.Key, Rows: g.Sum(static m => (long)m.Rows))).Where(static m => m.Rows >= LeastRows)
            .OrderByDescending(static m => m.Rows).ThenBy(static m => m.Mask, StringComparer.Ordinal).Take(MostMasks)
            .Select(static (m, i) => (m.Mask, i)).ToDictionary(static m => m.Mask, static m => m.i, StringComparer.Ordinal);
        return ([.. masks.Select(mask => frequent.TryGetValue(mask, out var i) ? Special + i : Other)], Special + frequent.Count);
    }
}
