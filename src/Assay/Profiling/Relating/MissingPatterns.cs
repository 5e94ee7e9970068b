using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling.Relating;

/// <summary>Finds columns that are missing in the same rows, far more often than each by itself would be: they share a cause.</summary>
internal static class MissingPatterns
{
    private const int FewestRows = 5;
    private const int MostColumns = 300;
    private const double LeastAgreement = 0.8;

    public static ImmutableArray<MissingTogether> Find(Sample sample)
    {
        var columns = sample.Columns.Where(c => c.Present < sample.Rows && c.Present > 0 && sample.Rows - c.Present >= FewestRows).Take(MostColumns).ToList();
        var found = ImmutableArray.CreateBuilder<MissingTogether>();
        while (columns.Count > 1)
        {
            var leader = columns[0];
            var group = columns.Where(c => c == leader || Agreement(leader, c, sample.Rows) >= LeastAgreement).ToArray();
            columns.RemoveAll(group.Contains);
            if (group.Length > 1) found.Add(Describe(group, sample));
        }

        return [.. found.OrderByDescending(static f => f.Rows * f.Columns.Length).ThenBy(static f => f.Columns[0].Ordinal)];
    }

    // The rows in which both are missing, of those in which either is, less what chance gives.
    private static double Agreement(SampledColumn left, SampledColumn right, int rows)
    {
        var (both, either) = (0, 0);
        for (var row = 0; row < rows; row++)
        {
            var (a, b) = (left.Codes[row] < 0, right.Codes[row] < 0);
            if (a && b) both++;
            if (a || b) either++;
        }

        var (shareLeft, shareRight) = (1 - (double)left.Present / rows, 1 - (double)right.Present / rows);
        var chance = shareLeft * shareRight / (shareLeft + shareRight - shareLeft * shareRight);
        return chance >= 1 ? 0 : ((double)both / either - chance) / (1 - chance);
    }

    private static MissingTogether Describe(SampledColumn[] group, Sample sample)
    {
        var (all, any) = (0L, 0L);
        for (var row = 0; row < sample.Rows; row++)
        {
            var missing = 0;
            foreach (var column in group)
            {
                if (column.Codes[row] < 0) missing++;
            }

            if (missing > 0) any++;
            if (missing == group.Length) all++;
        }

        return new([.. group.Select(static c => c.Column)], (double)all / any, all);
    }
}
