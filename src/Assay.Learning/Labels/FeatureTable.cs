using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;

namespace Assays.Learning.Labels;

/// <summary>
/// A raw table as numbers for trees: numbers as they are, dates as days and their place in week and year, categories as codes (the frequent
/// first), long texts as their length and their frequent words. A missing value stays missing. Nothing here looks at a target.
/// </summary>
public sealed class FeatureTable
{
    private const int MostCategories = 250;
    private const int MostWords = 60;
    private const double NumberShare = 0.9;

    private FeatureTable(float[] values, ImmutableArray<Feature> features, int rows) => (Values, Features, Rows) = (values, features, rows);

    /// <summary>Row after row.</summary>
    public float[] Values { get; }

    public ImmutableArray<Feature> Features { get; }
    public int Rows { get; }

    /// <summary>The places of the features that are categories.</summary>
    public int[] Categories => [.. Enumerable.Range(0, Features.Length).Where(i => Features[i].IsCategory)];

    /// <param name="sample">The rows.</param>
    /// <param name="chosen">The rows of the sample to take, in order.</param>
    /// <param name="without">Columns that are no features: the label, the group.</param>
    public static FeatureTable Of(Sample sample, int[] chosen, IReadOnlyCollection<Column> without)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(chosen);
        var features = new List<Feature>();
        var columns = new List<float[]>();
        foreach (var column in sample.Columns)
        {
            if (without.Contains(column.Column) || column.Values.Length < 2) continue;
            foreach (var (feature, codes) in Encode(column))
            {
                features.Add(feature);
                columns.Add(codes);
            }
        }

        var values = new float[chosen.Length * columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            var codes = sample[features[i].Column].Codes;
            for (var row = 0; row < chosen.Length; row++)
            {
                var code = codes[chosen[row]];
                values[row * columns.Count + i] = code < 0 ? float.NaN : columns[i][code];
            }
        }

        return new(values, [.. features], chosen.Length);
    }

    /// <summary>The features of one column, each as a number for every distinct value.</summary>
    private static IEnumerable<(Feature Feature, float[] OfValue)> Encode(SampledColumn column)
    {
        var numbers = column.Numbers.ToArray();
        var counts = column.Counts.ToArray();
        double numeric = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!double.IsNaN(numbers[i])) numeric += counts[i];
        }

        if (numeric >= NumberShare * column.Present)
        {
            yield return (new(column.Column, "", false), Array.ConvertAll(numbers, static n => (float)n));
            yield break;
        }

        if (Dates(column, counts) is { } dates)
        {
            yield return (new(column.Column, "day", false), Array.ConvertAll(dates, static d => d is null ? float.NaN : (float)((d.Value - DateTime.UnixEpoch).TotalDays)));
            yield return (new(column.Column, "weekday", false), Array.ConvertAll(dates, static d => d is null ? float.NaN : (float)d.Value.DayOfWeek));
            yield return (new(column.Column, "day of year", false), Array.ConvertAll(dates, static d => d is null ? float.NaN : d.Value.DayOfYear));
            if (dates.Any(static d => d is { TimeOfDay.Ticks: > 0 }))
            {
                yield return (new(column.Column, "hour", false), Array.ConvertAll(dates, static d => d is null ? float.NaN : (float)d.Value.TimeOfDay.TotalHours));
            }

            yield break;
        }

        var ranks = Ranks(counts);
        var words = Words.Frequent(column, MostWords);
        if (column.Values.Length <= MostCategories || words.Length == 0)
        {
            var repeated = counts.Count(static c => c > 1);
            if (repeated > 1) yield return (new(column.Column, "", true), Array.ConvertAll(ranks, static r => (float)Math.Min(r, MostCategories)));
        }

        if (column.Values.Length <= MostCategories) yield break;
        yield return (new(column.Column, "length", false), [.. column.Values.Select(static v => (float)v.Length)]);
        foreach (var word in words)
        {
            yield return (new(column.Column, word, false), [.. column.Values.Select(v => (float)Words.Count(v, word))]);
        }
    }

    private static int[] Ranks(int[] counts)
    {
        var order = Enumerable.Range(0, counts.Length).OrderByDescending(i => counts[i]).ToArray();
        var ranks = new int[counts.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        return ranks;
    }

    private static DateTime?[]? Dates(SampledColumn column, int[] counts)
    {
        // A glance first: parsing every text of a long column of words as a date is slow.
        if (column.Values.Take(20).Count(static v => Date(v) is not null) < 0.8 * Math.Min(20, column.Values.Length)) return null;
        DateTime?[] dates = [.. column.Values.Select(Date)];
        var parsed = dates.Select((d, i) => d is null ? 0 : counts[i]).Sum();
        return parsed >= NumberShare * column.Present ? dates : null;

        static DateTime? Date(string text) =>
            text.Length >= 6 && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
    }
}

/// <summary>A feature and the column it was made of.</summary>
/// <param name="Column">The column.</param>
/// <param name="Part">What of the column it is: a word, the weekday; empty when it is all of it.</param>
/// <param name="IsCategory">Whether its numbers are codes without order.</param>
public sealed record Feature(Column Column, string Part, bool IsCategory);
