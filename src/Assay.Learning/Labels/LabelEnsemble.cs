using System.Collections.Immutable;
using System.Globalization;
using Assays.Labels.Errors;
using Assays.Learning.Models.LightGbm;

namespace Assays.Learning.Labels;

/// <summary>
/// Predicts each row's label by models that never saw it: cautious boosting, over several divisions into folds, mixed with a bagged forest. The
/// caution is what matters here, since a model that fits its labels well fits the wrong ones too.
/// </summary>
internal sealed class LabelEnsemble(int seed, int threads)
{
    /// <summary>Boosting that stops early and averages much.</summary>
    private const string Boosting =
        "learning_rate=0.05 num_leaves=31 min_data_in_leaf=20 lambda_l2=5 min_sum_hessian_in_leaf=0.001 feature_fraction=0.8 bagging_fraction=0.8 bagging_freq=1 max_cat_to_onehot=8 cat_smooth=10";

    /// <summary>A forest of deep trees on two thirds of the rows each.</summary>
    private const string Forest =
        "boosting=rf num_leaves=255 min_data_in_leaf=2 lambda_l2=0 min_sum_hessian_in_leaf=0 feature_fraction_bynode=0.4 bagging_fraction=0.63 bagging_freq=1 max_cat_to_onehot=8 cat_smooth=10";

    public const int BoostingRounds = 60;

    public int ForestTrees { get; init; } = 100;

    /// <summary>Divisions into folds.</summary>
    public int Divisions { get; init; } = 3;

    /// <summary>The forest's part of the mixture.</summary>
    public double ForestWeight { get; init; } = 0.5;

    /// <summary>As much as pays for so many rows: more rows need less averaging.</summary>
    public static LabelEnsemble For(int rows, int classes, int seed, int threads)
    {
        var work = (double)rows * (classes == 2 ? 1 : classes);
        return new(seed, threads)
        {
            Divisions = work <= 30_000 ? 3 : work <= 60_000 ? 2 : 1,
            ForestTrees = (int)Math.Clamp(100 * 40_000 / work, 20, 100),
        };
    }

    /// <summary>Out-of-fold probabilities, one row a row of the table. The first division's boosted models are kept to explain them.</summary>
    public ClassProbabilities Predict(LabelModels models, int[] labels, ImmutableArray<string> classes, Func<Random, Folds> divide, CancellationToken cancellationToken = default)
    {
        var outputs = classes.Length == 2 ? 1 : classes.Length;
        var objective = classes.Length == 2 ? "objective=binary" : string.Create(CultureInfo.InvariantCulture, $"objective=multiclass num_class={classes.Length}");
        var raw = Run(models, Array.ConvertAll(labels, static l => (float)l), outputs, objective, divide, cancellationToken);
        if (outputs > 1)
        {
            for (var row = 0; row < labels.Length; row++)
            {
                Normalise(raw.AsSpan(row * outputs, outputs));
            }

            return new(classes, raw);
        }

        var both = new double[raw.Length * 2];
        for (var row = 0; row < raw.Length; row++)
        {
            (both[2 * row], both[2 * row + 1]) = (1 - raw[row], raw[row]);
        }

        return new(classes, both);
    }

    /// <summary>Out-of-fold predictions of numbers.</summary>
    public double[] PredictNumbers(LabelModels models, float[] targets, Func<Random, Folds> divide, CancellationToken cancellationToken = default) =>
        Run(models, targets, 1, "objective=huber alpha=0.9", divide, cancellationToken);

    private double[] Run(LabelModels models, float[] targets, int outputs, string objective, Func<Random, Folds> divide, CancellationToken cancellationToken)
    {
        var members = Enumerable.Range(0, Divisions).SelectMany(division =>
        {
            var folds = divide(new Random(unchecked(seed * 1009 + division)));
            return Enumerable.Range(0, folds.Count).SelectMany(fold => new[] { new Member(division, folds, fold, false), new Member(division, folds, fold, true) });
        }).Where(m => ForestWeight is > 0 and < 1 || m.IsForest == ForestWeight > 0).ToArray();
        var predictions = new (int[] Rows, double[] Values)[members.Length];
        Parallel.For(0, members.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellationToken }, i =>
        {
            var member = members[i];
            var (learn, predict) = member.Folds.Split(member.Fold);
            var parameters = string.Create(CultureInfo.InvariantCulture, $"{objective} seed={unchecked(seed * 7919 + member.Division) & 0xFFFFFF} {(member.IsForest ? Forest : Boosting)}");
            var booster = Booster.Train(models.Set, learn, Array.ConvertAll(learn, row => targets[row]), parameters, member.IsForest ? ForestTrees : BoostingRounds);
            predictions[i] = (predict, booster.Predict(models.Set.Gather(predict), outputs));
            if (member is { Division: 0, IsForest: false }) models.Keep(member.Fold, booster, predict);
            else booster.Dispose();
        });

        // Added in the members' order, so that the sums do not depend on which thread ended first.
        var values = new double[targets.Length * outputs];
        for (var i = 0; i < members.Length; i++)
        {
            var weight = (members[i].IsForest ? ForestWeight : 1 - ForestWeight) / Divisions;
            var (rows, cells) = predictions[i];
            for (var j = 0; j < rows.Length; j++)
            {
                for (var k = 0; k < outputs; k++)
                {
                    values[rows[j] * outputs + k] += weight * cells[j * outputs + k];
                }
            }
        }

        return values;
    }

    private static void Normalise(Span<double> cells)
    {
        var sum = 0.0;
        foreach (var value in cells)
        {
            sum += value;
        }

        for (var k = 0; k < cells.Length; k++)
        {
            cells[k] /= sum;
        }
    }

    private readonly record struct Member(int Division, Folds Folds, int Fold, bool IsForest);
}
