using Assays.Learning.Labels;
using Assays.Learning.Models.LightGbm;
using Assays.Statistics;

namespace Assays.Learning.Drift;

/// <summary>
/// How well boosted trees tell, of a row that they have not seen, which of two tables it is from. What they can tell is drift of all columns
/// together (Lopez-Paz and Oquab 2017).
/// </summary>
/// <param name="Scores">For each row the probability that it is of the current table, out of fold, were both of one size.</param>
/// <param name="Area">The area under the curve: 0.5 when nothing can be told.</param>
/// <param name="Effect">The largest difference of shares that a threshold on the scores makes, 0 to 1: no fewer rows lie elsewhere.</param>
/// <param name="PValue">By ranks of the scores.</param>
/// <param name="Weights">For each column the share it has in the scores (TreeSHAP), 0 to 1.</param>
internal sealed record TableClassifier(double[] Scores, double Area, double Effect, double PValue, double[] Weights)
{
    private const int FoldCount = 3;
    private const int Rounds = 60;
    private const int ExplainedRows = 500;
    private const double HeaviestRow = 20;

    public static TableClassifier Train(PairedFeatures features, int seed, int threads)
    {
        var (rows, olds) = (features.Count, features.ReferenceRows.Length);
        int[] classes = [.. Enumerable.Range(0, rows).Select(row => row < olds ? 0 : 1)];
        var folds = Folds.Stratified(classes, FoldCount, new Random(seed));
        var scores = new double[rows];
        var weights = new double[FoldCount][];
        using var set = new TrainingSet(features.Values, features.Pairs.Length, features.Categories);
        Parallel.For(0, FoldCount, new() { MaxDegreeOfParallelism = Math.Max(1, threads) }, fold =>
        {
            var (learn, predict) = folds.Split(fold);
            float[] balance = [.. learn.Select(row => row < olds ? 1f : (float)olds / (rows - olds))];
            using var booster = Booster.Train(
                set, learn, [.. learn.Select(row => (float)classes[row])], $"objective=binary num_leaves=15 learning_rate=0.1 min_data_in_leaf=20 min_data_per_group=20 lambda_l2=1 seed={seed}", Rounds, balance);
            var predicted = booster.Predict(features.Gather(predict), 1);
            for (var i = 0; i < predict.Length; i++) scores[predict[i]] = predicted[i];
            weights[fold] = Weigh(booster.Explain(features.Gather([.. predict.Where((_, i) => i % Math.Max(1, predict.Length / ExplainedRows) == 0)]), 1), features.Pairs.Length);
        });

        var (left, right) = (Values(scores.AsSpan(0, olds)), Values(scores.AsSpan(olds)));
        var ranks = MannWhitney.Of(left, right, olds, rows - olds);
        var mean = Enumerable.Range(0, features.Pairs.Length).Select(at => weights.Average(fold => fold[at])).ToArray();
        return new(scores, ranks.Superiority, KolmogorovSmirnov.Distance(left, right), ranks.PValue(olds, rows - olds), mean);
    }

    /// <summary>For each row of the reference how much more often its like is in the current table; bounded, so that no few rows speak for all.</summary>
    public double[] Weigh(int referenceRows) => [.. Scores.Take(referenceRows).Select(static score => Math.Clamp(score / (1 - score), 1 / HeaviestRow, HeaviestRow))];

    private static double[] Weigh(double[] moved, int columns)
    {
        var sums = new double[columns];
        for (var i = 0; i < moved.Length; i++)
        {
            if (i % (columns + 1) is var at && at < columns) sums[at] += Math.Abs(moved[i]);
        }

        var all = Math.Max(double.Epsilon, sums.Sum());
        return Array.ConvertAll(sums, sum => sum / all);
    }

    private static WeightedValues Values(ReadOnlySpan<double> scores)
    {
        var ones = new int[scores.Length];
        ones.AsSpan().Fill(1);
        return WeightedValues.Of(scores, ones);
    }
}
