using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift.Baselines;
using Assays.Statistics;

namespace Assays.Drift.Parts;

/// <summary>
/// A number for each value of a column, the mean of which over the rows of a part tells one thing of it: the share of missing values, where the
/// numbers lie (their rank among all, 0 to 1), how far apart, how many are none, the share of one category or of all new ones.
/// </summary>
/// <param name="Missing">The number of a row without a value; none where only values count.</param>
/// <param name="Reference">The number of each of the reference's values, by code.</param>
/// <param name="Current">The same of the current table.</param>
internal sealed record Score(double Missing, double[] Reference, double[] Current)
{
    private const int MostCategories = 8;

    /// <summary>The scores of a pair of columns; of columns that count on, or are about persons, only the gaps are looked at.</summary>
    public static ImmutableArray<Score> Of(ColumnPair pair, SampledColumn? old, SampledColumn now)
    {
        var gaps = Each(old, now, static (_, _) => 0.0, missing: 1);
        if (pair.GoesOn || pair.Reference.IsPersonal || pair.Current.IsPersonal) return [gaps];
        if (pair.AreCategories)
        {
            var names = now.Values.Select((value, code) => (value, Rows: now.Counts[code])).Concat(old is null ? [] : old.Values.Select((value, code) => (value, Rows: old.Counts[code])))
                .GroupBy(static v => v.value, StringComparer.Ordinal).OrderByDescending(static g => g.Sum(static v => v.Rows)).ThenBy(static g => g.Key, StringComparer.Ordinal).Take(MostCategories);
            var known = pair.Reference.Values.Items.Select(static i => i.Key).ToHashSet(StringComparer.Ordinal);
            return [gaps, .. names.Select(name => Each(old, now, (column, code) => column.Values[code] == name.Key ? 1 : 0)), Each(old, now, (column, code) => known.Contains(column.Values[code]) ? 0 : 1)];
        }

        if (pair.Reference.Numbers is null || pair.Current.Numbers is null) return [gaps];
        double Number(SampledColumn column, int code) => Slice.Number(pair.Current, column, code);
        var ranks = RanksOf([.. old is null ? [] : Counted(old), .. Counted(now)]);
        var position = Each(old, now, (column, code) => Number(column, code) is var number && double.IsNaN(number) ? double.NaN : ranks[number]);
        var spread = position.Map(static rank => Math.Abs(2 * rank - 1));
        return pair.HoldNumbers ? [gaps, position, spread, Each(old, now, (column, code) => double.IsNaN(Number(column, code)) ? 1 : 0)] : [gaps, position, spread];

        IEnumerable<(double Number, int Rows)> Counted(SampledColumn column) => Enumerable.Range(0, column.Values.Length).Select(code => (Number(column, code), column.Counts[code]));
    }

    private Score Map(Func<double, double> function) => new(Missing, [.. Reference.Select(function)], [.. Current.Select(function)]);

    // A blank text is no value.
    private static Score Each(SampledColumn? old, SampledColumn now, Func<SampledColumn, int, double> score, double missing = double.NaN)
    {
        return new(missing, old is null ? [] : Scores(old), Scores(now));

        double[] Scores(SampledColumn column) =>
            [.. Enumerable.Range(0, column.Values.Length).Select(code => string.IsNullOrWhiteSpace(column.Values[code]) ? missing : score(column, code))];
    }

    private static Dictionary<double, double> RanksOf((double Number, int Rows)[] counted)
    {
        var values = WeightedValues.Of([.. counted.Select(static c => c.Number)], [.. counted.Select(static c => c.Rows)]);
        var ranks = new Dictionary<double, double>(values.Values.Length);
        var below = 0L;
        for (var i = 0; i < values.Values.Length; below += values.CountAt(i++)) ranks[values.Values[i]] = (below + values.CountAt(i) / 2.0) / values.Count;
        return ranks;
    }
}
