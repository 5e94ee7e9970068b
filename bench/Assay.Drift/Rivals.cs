using Assays.Data;
using Assays.Learning.Models.LightGbm;
using Assays.Statistics;

namespace Assays.DriftBench;

/// <summary>What is usually done: a score for a pair of tables, higher for more drift, and one for each column where the method has one.</summary>
internal sealed record RivalScore(double Table, Dictionary<string, double> Columns)
{
    public static RivalScore None { get; } = new(0, []);
}

internal static class Rivals
{
    private const int MostRows = 20_000;

    public static string[] Names { get; } = ["KS and chi-square, Bonferroni", "PSI, largest", "domain classifier, careless"];

    public static RivalScore[] Of(Rows reference, Rows current)
    {
        var (old, now) = (reference.Encoded(), current.Encoded());
        return [ByColumn(old, now, Tests, static n => Math.Log10(Math.Max(1, n))), ByColumn(old, now, Stability, static _ => 0), Classifier(old, now)];
    }

    private static RivalScore ByColumn(Sample old, Sample now, Func<SampledColumn, SampledColumn, double> score, Func<int, double> correction)
    {
        var columns = new Dictionary<string, double>();
        foreach (var column in old.Columns)
        {
            if (now.Schema.Find(column.Column.Name) is not { } same || column.Present < 30 || now[same].Present < 30) continue;
            columns[column.Column.Name] = score(column, now[same]);
        }

        var less = correction(columns.Count);
        foreach (var name in columns.Keys.ToArray()) columns[name] -= less;
        return columns.Count == 0 ? RivalScore.None : new(columns.Values.Max(), columns);
    }

    // -log10 p: of Kolmogorov and Smirnov for numbers, of the chi-square for texts.
    private static double Tests(SampledColumn old, SampledColumn now)
    {
        var p = AreNumbers(old) && AreNumbers(now)
            ? KolmogorovSmirnov.PValue(KolmogorovSmirnov.Distance(Numbers(old), Numbers(now)), old.Present, now.Present)
            : Categories(old, now).PValue;
        return -Math.Log10(Math.Max(p, 1e-300));
    }

    private static double Stability(SampledColumn old, SampledColumn now) =>
        (AreNumbers(old) && AreNumbers(now) ? CategoryShift.OfDeciles(Numbers(old), Numbers(now)) : Categories(old, now)).StabilityIndex;

    // Trees on all columns as they come, out of fold, judged by the area under the curve.
    private static RivalScore Classifier(Sample old, Sample now)
    {
        var names = old.Schema.Columns.Select(static c => c.Name).Where(name => now.Schema.Find(name) is not null).ToArray();
        if (names.Length == 0) return RivalScore.None;
        var (n, m) = (Math.Min(old.Rows, MostRows), Math.Min(now.Rows, MostRows));
        var values = new float[(n + m) * names.Length];
        var coded = new List<int>();
        for (var c = 0; c < names.Length; c++)
        {
            var (left, right) = (old[old.Schema.Find(names[c])!], now[now.Schema.Find(names[c])!]);
            var isNumber = AreNumbers(left) && AreNumbers(right);
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var row = 0; row < n + m; row++)
            {
                var (column, at) = row < n ? (left, row) : (right, row - n);
                values[row * names.Length + c] = isNumber ? (float)column.Number(at) : column[at] is { } text ? Code(codes, text) : float.NaN;
            }
        }

        using var set = new TrainingSet(values, names.Length, coded);
        var scores = new double[n + m];
        foreach (var fold in (int[])[0, 1])
        {
            int[] train = [.. Enumerable.Range(0, n + m).Where(row => row % 2 != fold)];
            int[] test = [.. Enumerable.Range(0, n + m).Where(row => row % 2 == fold)];
            using var booster = Booster.Train(set, train, [.. train.Select(row => row < n ? 0f : 1f)], "objective=binary num_leaves=31 learning_rate=0.1 seed=1", 50);
            var predicted = booster.Predict([.. test.SelectMany(row => values[(row * names.Length)..((row + 1) * names.Length)])], 1);
            for (var i = 0; i < test.Length; i++) scores[test[i]] = predicted[i];
        }

        var ones = Enumerable.Repeat(1, Math.Max(n, m)).ToArray();
        return new(MannWhitney.Of(WeightedValues.Of(scores.AsSpan(0, n), ones.AsSpan(0, n)), WeightedValues.Of(scores.AsSpan(n), ones.AsSpan(0, m)), n, m).Superiority, []);
    }

    private static float Code(Dictionary<string, int> codes, string text)
    {
        if (!codes.TryGetValue(text, out var code)) codes[text] = code = codes.Count;
        return code;
    }

    private static bool AreNumbers(SampledColumn column) => column.Numbers.IndexOf(double.NaN) < 0 && column.Values.Length > 10;

    private static WeightedValues Numbers(SampledColumn column) => WeightedValues.Of(column.Numbers, column.Counts);

    private static CategoryShift Categories(SampledColumn old, SampledColumn now)
    {
        var names = old.Values.Union(now.Values).Select(static (value, at) => (value, at)).ToDictionary(static p => p.value, static p => p.at, StringComparer.Ordinal);
        return CategoryShift.Pooled(Counts(old, names), Counts(now, names));
    }

    private static double[] Counts(SampledColumn column, Dictionary<string, int> names)
    {
        var counts = new double[names.Count];
        for (var i = 0; i < column.Values.Length; i++) counts[names[column.Values[i]]] = column.Counts[i];
        return counts;
    }
}
