using System.Collections.Immutable;
using Assays.Drift.Baselines;
using Assays.Drift.Changes;
using Assays.Findings;

namespace Assays.Drift.Parts;

/// <summary>Measures every column in every part of a comparison.</summary>
internal static class BreakdownMaker
{
    /// <param name="comparison">One that is taken apart.</param>
    /// <param name="findings">What its rules found.</param>
    public static Breakdown Make(Comparison comparison, IEnumerable<Finding> findings)
    {
        var partition = comparison.Parts!;
        var pairs = comparison.Pairs.Where(pair => pair.Column != partition.By).ToArray();
        var columns = new BreakdownColumn[pairs.Length];
        Parallel.For(0, pairs.Length, new() { MaxDegreeOfParallelism = Math.Max(1, comparison.Threads) }, i => columns[i] = Measure(Slice.Comparable(pairs[i]), comparison, partition));
        return new(
            partition.By, partition.Period?.ToString().ToLowerInvariant(),
            [.. partition.Parts.Select(part => new BreakdownPart(part.Name, Estimate(part.CurrentRows.Length, comparison.Sample), Estimate(part.ReferenceRows.Length, comparison.ReferenceSample)))],
            [.. columns], [.. findings.Where(static f => f.Rule.Id is DatedChanges.Id or ChangedGroups.Id).Select(static f => f.Explanation)]);
    }

    private static BreakdownColumn Measure(ColumnPair pair, Comparison comparison, Partition partition)
    {
        var course = Course.Of(pair, comparison, partition);
        var isSeasonal = partition.Period is not null && partition.HasReference && course.HasRhythm;
        var phases = new Dictionary<int, ColumnBaseline>();
        var (effects, gaps, means) = (new double[partition.Parts.Length], new double[partition.Parts.Length], new double[partition.Parts.Length]);
        for (var i = 0; i < effects.Length; i++)
        {
            var part = partition.Parts[i];
            var column = course.Narrow([part]);
            effects[i] = Beside(part) is { } reference && ColumnShift.Of(Slice.Pair(pair, reference, partition.Period is null ? course.Narrow([part with { ReferenceRows = [] }]) : column)) is { } shift ? shift.Effect : double.NaN;
            gaps[i] = column.Rows == 0 ? double.NaN : column.MissingShare;
            means[i] = column.HoldsNumbers ? column.Numbers!.Values.Moments().Mean : double.NaN;
        }

        return new(pair.Column, isSeasonal, [.. effects], [.. gaps], [.. means]);

        ColumnBaseline? Beside(Part part)
        {
            if (partition.Period is null) return part.ReferenceRows.IsEmpty ? null : Slice.Of(pair.Reference, course.Old!, part.ReferenceRows);
            if (!isSeasonal) return pair.Reference;
            if (!phases.TryGetValue(part.Phase, out var same))
            {
                phases[part.Phase] = same = Slice.Of(pair.Reference, course.Old!, [.. partition.Parts.Where(p => p.Phase == part.Phase).SelectMany(static p => p.ReferenceRows)]);
            }

            return same;
        }
    }

    private static long Estimate(int rows, Data.Sample? sample) => sample is null ? 0 : (long)Math.Round((double)rows * sample.TableRows / Math.Max(1, sample.Rows));
}
