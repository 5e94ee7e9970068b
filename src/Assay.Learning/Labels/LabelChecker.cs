using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Labels.Errors;
using Assays.Sql;

namespace Assays.Learning.Labels;

/// <summary>Checks the labels of a table, by given probabilities or by models of its own.</summary>
public static class LabelChecker
{
    private const int FoldCount = 5;

    /// <param name="table">The table.</param>
    /// <param name="name">Its name.</param>
    /// <param name="options">What to check and how.</param>
    /// <param name="probabilities">A model's out-of-sample probabilities, when there are some.</param>
    /// <exception cref="InputException">There is nothing to judge, or it does not fit together.</exception>
    public static async Task<LabelReport> CheckAsync(Table table, string name, LabelCheckOptions options, Table? probabilities = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        var label = Find(table.Schema, options.Label);
        if (table.Rows == 0) throw new InputException($"{name} holds no rows.");
        if (probabilities is not null) return await ByGivenAsync(table, name, label, probabilities, cancellationToken);
        if (table.Schema.Columns.Length < 2) throw new InputException("There is no column beside the label to learn from; give probabilities of a model of yours.");

        var sample = await table.SampleAsync(options.MostRows, options.Seed, cancellationToken);
        return Check(sample, name, label, options, cancellationToken);
    }

    /// <summary>Checks the labels of rows that were read, by models of their other columns.</summary>
    public static LabelReport Check(Sample sample, string name, Column label, LabelCheckOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(options);
        var (group, time) = (options.Group is null ? null : Find(sample.Schema, options.Group), options.Time is null ? null : Find(sample.Schema, options.Time));
        Column[] without = [.. new[] { label, group, time }.OfType<Column>()];
        if (options.Model is not null && (options.Separator is not null || NumberCheck.IsNumeric(sample[label])))
        {
            throw new InputException("A model is asked for labels that are classes; this label is a number or a set of classes.");
        }

        var report = options.Model is { } model ? ByModel(sample, name, label, model, without)
            : options.Separator is not null ? SetCheck.Check(sample, name, label, options, without, cancellationToken)
            : NumberCheck.IsNumeric(sample[label]) ? NumberCheck.Check(sample, name, label, options, without, cancellationToken)
            : ByModels(sample, name, label, options, without, cancellationToken);
        if (sample.IsComplete) return report;
        var note = string.Create(CultureInfo.InvariantCulture, $"Judged on a random sample of {sample.Rows} of {sample.TableRows} rows (seed {sample.Seed}).");
        return report with { Warnings = [note, .. report.Warnings] };
    }

    internal static Column Find(Schema schema, string name) => schema.Find(name) ?? throw new InputException(
        $"There is no column '{name}'. The columns are: {string.Join(", ", schema.Columns.Take(20).Select(static c => c.Label))}.");

    /// <summary>How rows are divided: by group, by time, or evenly over the classes.</summary>
    internal static Func<Random, Folds> Divide(Sample sample, int[] rows, int[] classes, LabelCheckOptions options)
    {
        if (options.Group is not null)
        {
            var codes = sample[Find(sample.Schema, options.Group)].Codes.ToArray();

            // A row without a group is a group of its own.
            int[] groups = [.. rows.Select(row => codes[row] < 0 ? -1 - row : codes[row])];
            var distinct = groups.Distinct().Count();
            if (distinct < 2) throw new InputException($"All rows have the same '{options.Group}', so no model can be judged on another group.");
            return random => Folds.Grouped(groups, Math.Min(FoldCount, distinct), random);
        }

        if (options.Time is not null)
        {
            var times = Times.Of(sample[Find(sample.Schema, options.Time)]);
            double[] chosen = [.. rows.Select(row => times[row])];
            return random => Folds.Timed(chosen, FoldCount, random);
        }

        return random => Folds.Stratified(classes, FoldCount, random);
    }

    private static LabelReport ByModels(Sample sample, string name, Column label, LabelCheckOptions options, Column[] without, CancellationToken cancellationToken)
    {
        var texts = sample[label];
        var labels = GivenLabels.Of([.. Enumerable.Range(0, sample.Rows).Select(row => texts[row])], label.Label);
        var table = FeatureTable.Of(sample, labels.Rows, without);
        if (table.Features.Length == 0) throw new InputException("No other column says anything: all are constant or unique names.");
        var ensemble = LabelEnsemble.For(labels.Rows.Length, labels.Classes.Length, options.Seed, options.Threads);
        var divide = Divide(sample, labels.Rows, labels.Codes, options);
        using var models = new LabelModels(table);
        var predictions = ensemble.Predict(models, labels.Codes, labels.Classes, divide, cancellationToken);
        var judgement = LabelJudge.Judge(predictions, labels.Codes, isOwn: true);
        var reasons = models.Reasons(sample, labels, judgement);
        return ReportBuilder.Of(name, label, sample.TableRows, labels, row => sample.RowNumbers[labels.Rows[row]], judgement, row => reasons.GetValueOrDefault(row));
    }

    private static LabelReport ByModel(Sample sample, string name, Column label, string path, Column[] without)
    {
        var texts = sample[label];
        var labels = GivenLabels.Of([.. Enumerable.Range(0, sample.Rows).Select(row => texts[row])], label.Label);
        using var model = new OnnxClassifier(path);
        var judgement = LabelJudge.Judge(model.Predict(sample, labels, without), labels.Codes);
        return ReportBuilder.Of(name, label, sample.TableRows, labels, row => sample.RowNumbers[labels.Rows[row]], judgement, static _ => null);
    }

    private static async Task<LabelReport> ByGivenAsync(Table table, string name, Column label, Table probabilities, CancellationToken cancellationToken)
    {
        var texts = new List<string?>();
        var text = SqlText.Call(SqlFunction.Text, SqlText.Of($"{label}"));
        await foreach (var row in table.QueryAsync(SqlText.Of($"SELECT {text} FROM {table.From} ORDER BY {table.RowNumber}"), cancellationToken))
        {
            texts.Add((string?)row[0]);
        }

        var labels = GivenLabels.Of(texts, label.Label);
        var predictions = await GivenProbabilities.ReadAsync(probabilities, labels, table.Rows, cancellationToken);
        var judgement = LabelJudge.Judge(predictions, labels.Codes);
        return ReportBuilder.Of(name, label, table.Rows, labels, row => labels.Rows[row], judgement, static _ => null);
    }
}
