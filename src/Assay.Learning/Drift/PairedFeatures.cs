using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift;
using Assays.Drift.Baselines;

namespace Assays.Learning.Drift;

/// <summary>Rows of a reference and of the current table in one matrix: numbers as they are, categories as codes that both share. No order of rows shows in it.</summary>
/// <param name="Pairs">The columns.</param>
/// <param name="Values">Row after row, the reference's first; not a number where a value is missing.</param>
/// <param name="Categories">The places of the columns that are categories.</param>
/// <param name="ReferenceRows">The rows taken of the reference, by their place in the sample.</param>
/// <param name="CurrentRows">The rows taken of the current table.</param>
internal sealed record PairedFeatures(ImmutableArray<ColumnPair> Pairs, float[] Values, int[] Categories, int[] ReferenceRows, int[] CurrentRows)
{
    private const int MostRows = 10_000;
    private const int FewestOfACategory = 10;

    public int Count => ReferenceRows.Length + CurrentRows.Length;

    /// <summary>The columns whose values can be compared row by row, but for those whose change has a rule of its own.</summary>
    /// <param name="withPrediction">Whether a model's predictions are among them; the target never is.</param>
    public static PairedFeatures Inputs(Comparison comparison, Sample reference, bool withPrediction = false) =>
        Of(comparison, reference, pair => pair.Column != comparison.Target && (withPrediction || pair.Column != comparison.Prediction));

    /// <summary>The values of some rows, one after the other.</summary>
    public float[] Gather(int[] rows)
    {
        var width = Pairs.Length;
        var values = new float[rows.Length * width];
        for (var i = 0; i < rows.Length; i++) Values.AsSpan(rows[i] * width, width).CopyTo(values.AsSpan(i * width));
        return values;
    }

    private static PairedFeatures Of(Comparison comparison, Sample reference, Func<ColumnPair, bool> isInput)
    {
        ImmutableArray<ColumnPair> pairs =
        [
            .. comparison.Pairs.Where(pair =>
                isInput(pair) && comparison.Shifts.ContainsKey(pair) && !comparison.IsExplained(pair) && pair.Reference.Role is ColumnRole.Quantity or ColumnRole.Category),
        ];
        var random = new Random(comparison.Seed);
        var (olds, news) = (Draw(reference.Rows, random), Draw(comparison.Sample.Rows, random));
        var values = new float[(olds.Length + news.Length) * pairs.Length];
        var categories = new List<int>();
        for (var at = 0; at < pairs.Length; at++)
        {
            var (old, now) = (reference.Columns[pairs[at].Reference.Ordinal], comparison.Sample[pairs[at].Column]);
            var isCategory = pairs[at].Reference.Role == ColumnRole.Category || pairs[at].Current.Role == ColumnRole.Category;
            if (isCategory) categories.Add(at);
            var codes = isCategory ? Codes(old, now) : null;
            Write(old, olds, 0, at);
            Write(now, news, olds.Length, at);

            void Write(SampledColumn column, int[] rows, int from, int place)
            {
                for (var i = 0; i < rows.Length; i++)
                {
                    var value = codes is null ? (float)column.Number(rows[i]) : column[rows[i]] is { } text ? codes.GetValueOrDefault(text) : float.NaN;
                    values[(from + i) * pairs.Length + place] = value;
                }
            }
        }

        return new(pairs, values, [.. categories], olds, news);
    }

    // The frequent first, by both tables together; the rare ones are one category, so that no single row can be told by its value.
    private static Dictionary<string, int> Codes(SampledColumn old, SampledColumn now) =>
        old.Values.Select((value, i) => (Value: value, Rows: old.Counts[i])).Concat(now.Values.Select((value, i) => (Value: value, Rows: now.Counts[i])))
            .GroupBy(static v => v.Value, StringComparer.Ordinal).Select(static g => (Value: g.Key, Rows: g.Sum(static v => v.Rows)))
            .Where(static v => v.Rows >= FewestOfACategory).OrderByDescending(static v => v.Rows).ThenBy(static v => v.Value, StringComparer.Ordinal).Take(250)
            .Select(static (v, i) => (v.Value, Code: i + 1)).ToDictionary(static v => v.Value, static v => v.Code, StringComparer.Ordinal);

    private static int[] Draw(int rows, Random random)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        if (rows <= MostRows) return all;
        random.Shuffle(all);
        return [.. all[..MostRows].Order()];
    }
}
