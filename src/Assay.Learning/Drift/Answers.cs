using Assays.Data;
using Assays.Learning.Labels;
using Assays.Learning.Models.LightGbm;

namespace Assays.Learning.Drift;

/// <summary>Whether a model of the reference's answers is wrong about a row: of the reference by models that have not seen the row, of the current table by all of them together.</summary>
/// <param name="Reference">For each drawn row of the reference 1 where the model is wrong, 0 where it is right; not a number without an answer.</param>
/// <param name="Current">The same of the current table.</param>
internal sealed record Answers(double[] Reference, double[] Current)
{
    private const int FoldCount = 3;
    private const int Rounds = 80;
    private const int MostClasses = 20;

    /// <summary>Learns what goes with what in the reference.</summary>
    /// <returns>None when the answers are no classes.</returns>
    public static Answers? Learn(PairedFeatures features, SampledColumn old, SampledColumn now, int seed, int threads)
    {
        string[] classes = [.. old.Values.Where((_, code) => old.Counts[code] >= 10).Order(StringComparer.Ordinal)];
        if (old.Values.Length > MostClasses || classes.Length < 2) return null;
        var known = classes.Select(static (value, i) => (value, i)).ToDictionary(static c => c.value, static c => c.i, StringComparer.Ordinal);
        int[] truths =
        [
            .. features.ReferenceRows.Select(row => old[row] is { } text ? known.GetValueOrDefault(text, -1) : -1),
            .. features.CurrentRows.Select(row => now[row] is { } text ? known.GetValueOrDefault(text, classes.Length) : -1),
        ];
        var olds = features.ReferenceRows.Length;
        int[] answered = [.. Enumerable.Range(0, olds).Where(row => truths[row] >= 0)];
        var folds = Folds.Stratified([.. answered.Select(row => truths[row])], FoldCount, new Random(seed));
        var scores = new double[FoldCount][];
        var reference = new double[olds];
        Array.Fill(reference, double.NaN);
        using var set = new TrainingSet(features.Values, features.Pairs.Length, features.Categories);
        Parallel.For(0, FoldCount, new() { MaxDegreeOfParallelism = Math.Max(1, threads) }, fold =>
        {
            var (learn, predict) = folds.Split(fold);
            int[] rows = [.. learn.Select(at => answered[at])];
            using var booster = Booster.Train(
                set, rows, [.. rows.Select(row => (float)truths[row])],
                $"objective=multiclass num_class={classes.Length} num_leaves=15 learning_rate=0.1 min_data_in_leaf=10 min_data_per_group=20 lambda_l2=1 seed={seed}", Rounds);
            int[] unseen = [.. predict.Select(at => answered[at])];
            var predicted = booster.Predict(features.Gather(unseen), classes.Length);
            for (var i = 0; i < unseen.Length; i++) reference[unseen[i]] = Likeliest(predicted.AsSpan(i * classes.Length, classes.Length)) == truths[unseen[i]] ? 0 : 1;
            scores[fold] = booster.Predict(features.Gather([.. Enumerable.Range(olds, features.CurrentRows.Length)]), classes.Length);
        });

        var sum = scores[0].Select((_, i) => scores.Sum(fold => fold[i])).ToArray();
        var current = features.CurrentRows.Select((_, i) => truths[olds + i] < 0 ? double.NaN : Likeliest(sum.AsSpan(i * classes.Length, classes.Length)) == truths[olds + i] ? 0.0 : 1.0);
        return new(reference, [.. current]);
    }

    private static int Likeliest(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }

        return best;
    }
}
