using Assays.Data;
using Assays.Learning.Labels;
using Assays.Learning.Models.LightGbm;
using Assays.Statistics;

namespace Assays.Learning.Cells;

/// <summary>A number that the other columns of its row speak against.</summary>
/// <param name="Row">The row of the sample.</param>
/// <param name="Number">What it holds.</param>
/// <param name="Expected">What such rows hold.</param>
/// <param name="Low">The lower end of what such rows hold, four scales below.</param>
/// <param name="High">The upper end, four scales above.</param>
/// <param name="Probability">The probability, 0 to 1, that it is foreign.</param>
/// <param name="Speakers">The columns that say most of what is expected, the loudest first.</param>
internal sealed record Misfit(int Row, double Number, double Expected, double Low, double High, double Probability, Column[] Speakers);

/// <summary>
/// Predicts a column of numbers from all others, out of fold, and finds the numbers far from what is predicted, measured by how far those of
/// such rows usually are. Numbers above zero are predicted by their logarithms, so that a thousandth is as far as a thousandfold.
/// </summary>
internal sealed class NumberModel(FeatureTable table, int[] rows, int seed)
{
    private const int FoldCount = 3;
    private const int BoostingRounds = 60;
    private const int WideningRounds = 30;
    private const int MostSpeakers = 2;

    /// <summary>Scales around what is expected within which a number is nothing special.</summary>
    private const double Usual = 4;

    /// <summary>The part of a column's own spread that must be left unexplained at most: else its neighbours in the column judge a number as well.</summary>
    private const double MostUnexplained = 0.4;

    /// <summary>The standard deviation of a bell curve whose median distance from the centre is one.</summary>
    private const double MedianToDeviation = 1.4826;

    private const string Widening = "objective=l1 learning_rate=0.15 num_leaves=15 min_data_in_leaf=40 lambda_l2=1";

    private const string Boosting =
        "objective=l1 learning_rate=0.1 num_leaves=15 min_data_in_leaf=8 lambda_l2=1 feature_fraction=0.8 bagging_fraction=0.8 bagging_freq=1 "
        + "max_cat_to_onehot=8 cat_smooth=10";

    /// <summary>The numbers that do not fit their rows; none where the other columns say too little of the column.</summary>
    public List<Misfit> Find(SampledColumn column)
    {
        var present = Enumerable.Range(0, rows.Length).Where(i => !double.IsNaN(column.Number(rows[i]))).ToArray();
        var numbers = Array.ConvertAll(present, i => column.Number(rows[i]));
        var isPositive = numbers.All(static n => n > 0);
        var targets = isPositive ? Array.ConvertAll(numbers, Math.Log) : numbers;
        var (centre, spread) = (Median(targets), Spread(targets));
        if (!(spread > 0)) return [];

        var scaled = Array.ConvertAll(targets, t => (float)((t - centre) / spread));
        int[] features = [.. Enumerable.Range(0, table.Features.Length).Where(f => table.Features[f].Column != column.Column)];
        if (features.Length == 0) return [];
        int[] categories = [.. Enumerable.Range(0, features.Length).Where(f => table.Features[features[f]].IsCategory)];
        using var set = new TrainingSet(Values(present, features), features.Length, categories);
        var folds = Folds.Stratified(new int[present.Length], FoldCount, new Random(seed));
        using var model = new FoldedModel(set, folds, scaled, $"seed={seed & 0xFFFFFF} {Boosting}", BoostingRounds);
        double[] misses = [.. model.Predictions.Select((p, i) => scaled[i] - p)];
        if (Spread(misses) > MostUnexplained) return [];

        var scales = Scales(set, folds, misses);
        double[] distances = [.. misses.Select((m, i) => m / scales[i])];
        var outliers = Outliers.Find(distances, [.. distances.Select(static _ => 1)]);
        int[] slips = isPositive ? UnitSlips.Find(Array.ConvertAll(misses, m => m * spread), Array.ConvertAll(scales, s => s * spread)) : [];
        var reach = Reach.Of(model.Predictions);
        int[] columnOf = [.. features.Select(f => table.Features[f].Column.Ordinal)];
        return
        [
            .. outliers.Concat(slips.Except(outliers.Select(static o => o.Index)).Select(static i => new Outlier(i, UnitSlips.Confidence)))
                .Where(o => reach.Covers(model.Predictions[o.Index], scaled[o.Index])
                    && BlameTest.Holds(model.Of(o.Index), set, columnOf, o.Index, scaled[o.Index], Usual * scales[o.Index]))
                .Select(o => ToMisfit(o.Index, o.Probability)),
        ];

        Misfit ToMisfit(int i, double probability)
        {
            var (predicted, usual) = (model.Predictions[i], Usual * scales[i]);
            var speakers = Speakers(model.Of(i), set, features, i);
            return new(rows[present[i]], numbers[i], Back(predicted), Back(predicted - usual), Back(predicted + usual), probability, speakers);
        }

        double Back(double prediction) => isPositive ? Math.Exp(centre + (spread * prediction)) : centre + (spread * prediction);
    }

    private float[] Values(int[] present, int[] features)
    {
        var values = new float[present.Length * features.Length];
        for (var i = 0; i < present.Length; i++)
        {
            for (var f = 0; f < features.Length; f++) values[(i * features.Length) + f] = table.Values[(present[i] * table.Features.Length) + features[f]];
        }

        return values;
    }

    /// <summary>
    /// How far numbers of such rows usually are from what is predicted, itself predicted out of fold: long rides are missed by more, and where the
    /// others say little, by much more.
    /// </summary>
    private double[] Scales(TrainingSet set, Folds folds, double[] misses)
    {
        var least = Spread(misses) / 2;
        var distances = Array.ConvertAll(misses, static m => (float)Math.Abs(m));
        using var model = new FoldedModel(set, folds, distances, $"seed={seed & 0xFFFFFF} {Widening}", WideningRounds);
        return Array.ConvertAll(model.Predictions, miss => Math.Max(least, MedianToDeviation * miss));
    }

    private Column[] Speakers(Booster booster, TrainingSet set, int[] features, int row)
    {
        var moved = booster.Explain(set.Gather([row]), 1);
        return
        [
            .. features.Select((f, i) => (table.Features[f].Column, Moved: moved[i])).GroupBy(static m => m.Column, static m => m.Moved)
                .OrderByDescending(static c => Math.Abs(c.Sum())).ThenBy(static c => c.Key.Ordinal).Take(MostSpeakers).Select(static c => c.Key),
        ];
    }

    /// <summary>The interquartile range, as a standard deviation.</summary>
    private static double Spread(double[] numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[sorted.Length * 3 / 4] - sorted[sorted.Length / 4]) / 1.35;
    }

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);
}
