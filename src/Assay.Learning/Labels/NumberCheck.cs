using System.Globalization;
using Assays.Data;
using Assays.Labels.Errors;

namespace Assays.Learning.Labels;

/// <summary>Checks labels that are numbers: is a number one that models of the other columns can believe?</summary>
internal static class NumberCheck
{
    private const int MostClassNumbers = 30;
    private const int LeastRows = 40;

    /// <summary>Numbers are labels of classes while they are few; beyond they are measured.</summary>
    public static bool IsNumeric(SampledColumn column)
    {
        double numbers = 0;
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (!double.IsNaN(column.Numbers[i])) numbers += column.Counts[i];
        }

        return column.Values.Length > MostClassNumbers && numbers >= 0.95 * column.Present && column.Present >= LeastRows;
    }

    public static LabelReport Check(Sample sample, string name, Column label, LabelCheckOptions options, Column[] without, CancellationToken cancellationToken)
    {
        var column = sample[label];
        int[] rows = [.. Enumerable.Range(0, sample.Rows).Where(row => !double.IsNaN(column.Number(row)))];
        var values = Array.ConvertAll(rows, column.Number);
        var table = FeatureTable.Of(sample, rows, without);
        if (table.Features.Length == 0) throw new InputException("No other column says anything: all are constant or unique names.");

        // Centred and scaled by robust figures, so that the loss knows what is large.
        var sorted = values.Order().ToArray();
        var (centre, spread) = (sorted[sorted.Length / 2], Math.Max(1e-12, (sorted[sorted.Length * 9 / 10] - sorted[sorted.Length / 10]) / 2));
        var targets = Array.ConvertAll(values, v => (float)Math.Clamp((v - centre) / spread, -20, 20));
        var ensemble = LabelEnsemble.For(rows.Length, 2, options.Seed, options.Threads);
        var divide = LabelChecker.Divide(sample, rows, new int[rows.Length], options);
        using var models = new LabelModels(table);
        var predictions = ensemble.PredictNumbers(models, targets, divide, cancellationToken);

        // What a right label's miss is like here: misses predicted by the same columns, out of fold again, with none taken to be tiny.
        var misses = predictions.Select((p, i) => (float)Math.Log(0.02 + Math.Abs(targets[i] - p))).ToArray();
        using var missModels = new LabelModels(table);
        var scales = Array.ConvertAll(ensemble.PredictNumbers(missModels, misses, divide, cancellationToken), Math.Exp);
        var judgement = NumberJudge.Judge(Array.ConvertAll(values, v => (v - centre) / spread), predictions, scales);

        var suspects = rows.Select((row, i) =>
        {
            var flagged = judgement.Wrong[i] >= 0.5;
            var expected = predictions[i] * spread + centre;
            return new LabelSuspect(
                sample.RowNumbers[row], column[row]!, flagged ? Text(expected) : null, judgement.Wrong[i], flagged,
                flagged ? string.Create(CultureInfo.InvariantCulture, $"Models that did not see this row expect about {Text(expected)} ± {Text(2 * judgement.Width * scales[i] * spread)}, and the label is {column[row]}.") : "");
        }).OrderByDescending(static s => s.Probability).ThenBy(static s => s.Row);
        var error = judgement.ErrorShare;
        var half = 2 * Math.Sqrt(error * (1 - error) / rows.Length + (0.005 + 0.3 * error) * (0.005 + 0.3 * error));
        var missing = sample.Rows - rows.Length;
        return new(name, label.Label, sample.TableRows, rows.Length, [.. suspects])
        {
            Kind = LabelKind.Numbers,
            IsUseful = judgement.IsUseful,
            Accuracy = 1 - error,
            AccuracyInterval = judgement.IsUseful ? new(Math.Max(0, 1 - error - half), Math.Min(1, 1 - error + half)) : new(0, 1),
            Warnings =
            [
                .. missing == 0 ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"{missing} of {sample.Rows} rows have no number as their label and were left out.")],
                .. judgement.IsUseful ? Array.Empty<string>() : ["The other columns say next to nothing about the label, so no number is called wrong."],
            ],
        };
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
