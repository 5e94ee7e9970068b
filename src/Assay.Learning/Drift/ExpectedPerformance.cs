using Assays.Data;
using Assays.Detectors;
using Assays.Drift;
using Assays.Findings;
using Assays.Statistics;

namespace Assays.Learning.Drift;

/// <summary>
/// What drift does to a model whose predictions are in both tables, before the answers are known: how often predictions of this kind were right in
/// the reference, its rows weighted to be as the current ones.
/// </summary>
public sealed class ExpectedPerformance : ChangeDetector
{
    private const int FewestRows = 300;
    private const int Bins = 20;
    private const double LeastLoss = 0.02;
    private const double NotableLoss = 0.05;
    private const double Certain = 2.6;

    /// <summary>A row is strange when it is nine times as likely of the current table, were both of one size.</summary>
    private const double Strange = 0.9;

    /// <summary>With so many strange rows the figure is not worth much.</summary>
    private const double BlindShare = 0.3;

    public override Rule Rule { get; } = new("AS0817", "expected-performance", "Predictions that will be less right", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Prediction is null ? "No column of predictions was named."
            : comparison.AbsentTarget is null ? "The answers of the current table are there, or no target was named: nothing is to be foretold."
            : comparison.Effort == Effort.Quick ? "Models of the data are not trained with quick effort."
            : comparison.ReferenceSample is not { } reference ? "A baseline has no rows to learn from."
            : comparison.Pairs.All(pair => pair.Column != comparison.Prediction) ? "The reference does not have the predictions."
            : Math.Min(reference.Rows, comparison.Sample.Rows) < FewestRows ? $"One of the tables has fewer than {FewestRows} rows."
            : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (Expect(comparison) is not var (former, expected, strange)) yield break;
        var lost = former.Mean - expected.Mean;
        var isLess = lost >= LeastLoss && lost >= Certain * expected.Error;
        var isBlind = strange >= BlindShare;
        var limit = isBlind ? $" But {ChangedConcept.Percent(strange)} of the rows are such as the reference hardly has: of them nothing can be foretold, and it may be far less." : "";
        yield return new(
            Rule, [comparison.Prediction!],
            $"The predictions were right in {ChangedConcept.Percent(former.Mean)} of the reference's rows; of rows like the current ones {ChangedConcept.Percent(expected.Mean)} are to be expected.{limit}")
        {
            Title = isLess ? Rule.Title : isBlind ? "Predictions nobody can vouch for" : "How right predictions will be",
            Severity = (isLess && lost >= NotableLoss) || isBlind ? Severity.Warning : Severity.Note,
            AffectedRows = (long)Math.Round(Math.Max(0, lost) * comparison.Current.Rows),
            Evidence =
            [
                new("formerAccuracy", former.Mean), new("expectedAccuracy", expected.Mean), new("standardError", expected.Error), new("rowsOfEqualWeight", Math.Round(expected.Rows)),
                new("strangeShare", strange), new("seed", (long)comparison.Seed),
            ],
        };
    }

    /// <summary>How often predictions were right, and how often they are expected to be; none when they are neither the target's values nor the probability of one of two.</summary>
    internal static (WeightedShare Former, WeightedShare Expected, double StrangeShare)? Expect(Comparison comparison)
    {
        var reference = comparison.ReferenceSample!;
        var prediction = comparison.Pairs.First(pair => pair.Column == comparison.Prediction);
        var (old, now) = (reference.Columns[prediction.Reference.Ordinal], comparison.Sample[prediction.Column]);
        var features = PairedFeatures.Inputs(comparison, reference, withPrediction: true);
        if (features.Pairs.IsEmpty || Rightness(reference[reference.Schema.Find(comparison.AbsentTarget!)!], old, features.ReferenceRows) is not { } right) return null;
        var told = TableClassifier.Train(features, comparison.Seed, comparison.Threads);
        var weights = told.Weigh(features.ReferenceRows.Length);
        var strange = told.Scores.Skip(features.ReferenceRows.Length).Average(static score => score >= Strange ? 1.0 : 0.0);
        var weighted = WeightedShare.Of(right, weights);
        if (!IsProbability(old) || !IsProbability(now)) return (WeightedShare.Of(right), weighted, strange);

        // Probabilities tell more: how often such a one was right, weighted, for each of the current ones.
        var edges = WeightedValues.Of(old.Numbers, old.Counts) is var scores ? Enumerable.Range(1, Bins - 1).Select(i => scores.Quantile((double)i / Bins)).Distinct().ToArray() : [];
        var (hits, all) = (new double[edges.Length + 1], new double[edges.Length + 1]);
        for (var i = 0; i < right.Length; i++)
        {
            if (double.IsNaN(right[i])) continue;
            var bin = Bin(old.Number(features.ReferenceRows[i]), edges);
            hits[bin] += weights[i] * right[i];
            all[bin] += weights[i];
        }

        double[] foretold = [.. features.CurrentRows.Where(row => now[row] is not null).Select(row => Bin(now.Number(row), edges)).Select(bin => all[bin] > 0 ? hits[bin] / all[bin] : weighted.Mean)];
        return (WeightedShare.Of(right), weighted with { Mean = foretold.Average() }, strange);
    }

    // Probabilities are of that of two answers whose rows have the higher ones.
    private static double[]? Rightness(SampledColumn truth, SampledColumn prediction, int[] rows)
    {
        if (!IsProbability(prediction))
        {
            return truth.Values.Intersect(prediction.Values).Count() < 2 ? null
                : [.. rows.Select(row => truth[row] is not { } answer || prediction[row] is not { } said ? double.NaN : answer == said ? 1 : 0)];
        }

        if (truth.Values.Length != 2) return null;
        var means = truth.Values.Select(value => rows.Where(row => truth[row] == value && prediction[row] is not null).Select(prediction.Number).DefaultIfEmpty(0).Average()).ToArray();
        var positive = truth.Values[means[1] > means[0] ? 1 : 0];
        return [.. rows.Select(row => truth[row] is not { } answer || prediction[row] is null ? double.NaN : (prediction.Number(row) >= 0.5) == (answer == positive) ? 1 : 0)];
    }

    private static bool IsProbability(SampledColumn column) =>
        column.Values.Length > 2 && column.Numbers.IndexOf(double.NaN) < 0 && column.Numbers.ToArray() is var numbers && numbers.Min() >= 0 && numbers.Max() <= 1;

    private static int Bin(double score, double[] edges) => Array.BinarySearch(edges, score) is var at && at < 0 ? ~at : at;
}
