using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Detectors;

/// <summary>Tells accidents from systems: errors strike rows at random, a true exception has a reason that other columns or the order of rows show.</summary>
internal static class Accident
{
    /// <summary>Groups of another column that are looked at; more of them foretell anything by chance.</summary>
    private const int MaxGroups = 30;

    /// <summary>How strongly (Cramér's V) another column may foretell accidents.</summary>
    private const double MaxAssociation = 0.5;

    /// <summary>Standard deviations by which the suspect rows may lie closer together than chance puts them.</summary>
    private const double MaxClustering = 5;

    /// <summary>Whether rows with some values of a column are told from the others by another column, or stand together.</summary>
    public static bool IsExplained(Sample sample, SampledColumn column, IReadOnlySet<int> codes)
    {
        var suspect = new bool[sample.Rows];
        for (var row = 0; row < suspect.Length; row++) suspect[row] = codes.Contains(column.Codes[row]);
        return IsExplained(sample, suspect, [column.Column]);
    }

    /// <summary>Whether suspect rows are told from the others by a column that is not theirs, or stand together.</summary>
    /// <param name="suspect">For each row of the sample whether it is suspect.</param>
    /// <param name="own">The columns that the suspicion is about.</param>
    public static bool IsExplained(Sample sample, bool[] suspect, ImmutableArray<Column> own)
    {
        var hits = suspect.Count(static s => s);
        if (hits < 4 || hits > suspect.Length - 4) return false;
        return Clustering(suspect, hits) > MaxClustering
            || sample.Columns.Any(other => !own.Contains(other.Column) && Association(other, suspect, hits) > MaxAssociation);
    }

    // Wald and Wolfowitz (1940): fewer runs than chance makes.
    private static double Clustering(bool[] suspect, int hits)
    {
        double n = suspect.Length, runs = 1;
        for (var row = 1; row < suspect.Length; row++) runs += suspect[row] != suspect[row - 1] ? 1 : 0;
        var product = 2 * hits * (n - hits);
        var mean = 1 + (product / n);
        var variance = product * (product - n) / (n * n * (n - 1));
        return variance <= 0 ? 0 : (mean - runs) / Math.Sqrt(variance);
    }

    // Cramér's V of a table of two columns, corrected for its bias (Bergsma, 2013).
    private static double Association(SampledColumn other, bool[] suspect, int hits)
    {
        if (other.Values.Length is < 2 or > MaxGroups) return 0;
        var (sizes, struck) = (new double[other.Values.Length + 1], new double[other.Values.Length + 1]);
        for (var row = 0; row < suspect.Length; row++)
        {
            sizes[other.Codes[row] + 1]++;
            if (suspect[row]) struck[other.Codes[row] + 1]++;
        }

        double n = suspect.Length, rate = hits / n, squares = 0;
        for (var group = 0; group < sizes.Length; group++)
        {
            var expected = sizes[group] * rate;
            if (expected > 0) squares += (struck[group] - expected) * (struck[group] - expected) / (expected * (1 - rate));
        }

        return Math.Sqrt(Math.Max(0, (squares / n) - ((sizes.Length - 1) / (n - 1))));
    }
}
