using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Completeness;

/// <summary>Values that are missing mostly where another column has a certain value: not at random, so leaving the rows out would bias what is left.</summary>
/// <param name="strong">The least strength (Cramér's V of the gaps and the other column) that is told.</param>
public sealed class GapsByGroup(double strong = 0.5) : Detector
{
    private const int FewestGaps = 30;
    private const int MostGroups = 30;

    /// <summary>Pairs of columns that are looked at, at most: wide tables are looked at from the left.</summary>
    private const int MostPairs = 4_000;

    public override Rule Rule { get; } = new("AS0106", "gaps-by-group", "Missing depends on another column", Dimension.Completeness, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var groupings = sample.Columns.Where(values => values.Values.Length is > 1 and <= MostGroups && values.Present >= 0.9 * sample.Rows).ToList();
        var pairs = 0;
        foreach (var gappy in sample.Columns)
        {
            var gaps = sample.Rows - gappy.Present;
            if (gaps < FewestGaps || gappy.Present < FewestGaps) continue;
            (SampledColumn? By, double Strength) best = (null, strong);
            foreach (var by in groupings)
            {
                if (by == gappy || ++pairs > MostPairs) continue;
                var strength = Strength(gappy, by);
                if (strength > best.Strength) best = (by, strength);
            }

            if (best.By is not null) yield return Report(gappy, best.By, best.Strength, examination);
        }
    }

    private Finding Report(SampledColumn gappy, SampledColumn by, double strength, Examination examination)
    {
        var (gaps, rows) = Count(gappy, by);
        var worst = Enumerable.Range(0, rows.Length).Where(code => rows[code] >= 10).DefaultIfEmpty(0).MaxBy(code => (double)gaps[code] / Math.Max(1, rows[code]));
        var inside = (double)gaps[worst] / rows[worst];
        var outside = (double)(gaps.Sum() - gaps[worst]) / Math.Max(1, rows.Sum() - rows[worst]);
        var value = examination.Profile[by.Column].IsPersonal ? "one value" : Wording.Quote(by.Values[worst]);
        return new(Rule, [gappy.Column, by.Column],
            $"{gappy.Column.Label} is missing in {Wording.Percent(inside)} of the rows where {by.Column.Label} is {value}, and in {Wording.Percent(outside)} of the others: not at random.")
        {
            AffectedRows = examination.Profile[gappy.Column].Missing,
            Evidence = [new("cramersV", strength)],
        };
    }

    /// <summary>Cramér's V of a table of two rows (missing, present), which is √(χ²/n).</summary>
    private static double Strength(SampledColumn gappy, SampledColumn by)
    {
        var (gaps, rows) = Count(gappy, by);
        var (n, missing) = ((double)rows.Sum(), (double)gaps.Sum());
        if (missing == 0 || missing == n) return 0;
        var chiSquare = 0.0;
        for (var code = 0; code < rows.Length; code++)
        {
            if (rows[code] == 0) continue;
            var expected = rows[code] * missing / n;
            var difference = gaps[code] - expected;
            chiSquare += difference * difference / expected + difference * difference / (rows[code] - expected);
        }

        return Math.Sqrt(chiSquare / n);
    }

    private static (int[] Gaps, int[] Rows) Count(SampledColumn gappy, SampledColumn by)
    {
        var (gaps, rows) = (new int[by.Values.Length], new int[by.Values.Length]);
        for (var row = 0; row < by.Codes.Length; row++)
        {
            var code = by.Codes[row];
            if (code < 0) continue;
            rows[code]++;
            if (gappy.Codes[row] < 0) gaps[code]++;
        }

        return (gaps, rows);
    }
}
