using System.CommandLine;
using System.Globalization;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Engines;
using Assays.Labels.Agreement;
using Assays.Labels.Errors;

namespace Assays.Cli.Commands;

/// <summary><c>assay labels agree SOURCE</c>: how far annotators agree, who of them is good, and what is probably right.</summary>
internal static class LabelsAgreeCommand
{
    public static Command Create()
    {
        var source = CommonOptions.SourceArgument();
        var item = LabelOptions.Column("--item", "What tells items apart; the row when each row is an item.");
        var annotator = LabelOptions.Column("--annotator", "Who answered, when each row is one answer.");
        var label = LabelOptions.Column("--label", "The answer, when each row is one answer.");
        var annotators = new Option<string[]>("--annotators") { Description = "The columns of the annotators, when each row is an item; all but the item's by default.", HelpName = "COLUMNS", AllowMultipleArgumentsPerToken = true };
        var distance = Choice.Of("--values", "What the answers are, for Krippendorff's alpha.", Distance.Nominal);
        var probabilities = LabelOptions.File("--probabilities", "A model's probabilities, a row an item in order of first appearance, which then has a say (CROWDLAB).");
        var json = LabelOptions.File("--json", "Write everything for programs.");
        var csv = LabelOptions.File("--csv", "Write the consensus, one line an item, the least sure first.");
        var options = new LabelOptions();
        var command = new Command("agree", "Compare several annotators: agreement, quality, consensus, and what to label again.")
        {
            source, item, annotator, label, annotators, distance, probabilities, json, csv,
        };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var screen = Screen.Beside(parsed.GetValue(json), parsed.GetValue(csv));
            await using var table = await Assay.OpenAsync(options.ReadSource(parsed, source), options.Read(parsed), cancellationToken);
            var sample = await table.SampleAsync(int.MaxValue, 0, cancellationToken);
            var answers = Read(sample, parsed.GetValue(item), parsed.GetValue(annotator), parsed.GetValue(label), parsed.GetValue(annotators) ?? []);
            var predictions = parsed.GetValue(probabilities) is { } path ? await PredictionsAsync(path, answers, cancellationToken) : null;
            var report = AgreementReport.Of(answers, parsed.GetValue(distance), options.Seed(parsed), predictions);
            if (parsed.GetValue(json) is { } jsonPath) await ReportFile.WriteAsync(jsonPath, stream => AgreementReportJson.WriteAsync(report, stream, cancellationToken), cancellationToken);
            if (parsed.GetValue(csv) is { } csvPath) await CsvFile.WriteAsync(csvPath, Records(report), cancellationToken);
            AgreementTerminal.Write(report, screen);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Answers Read(Sample sample, string? item, string? annotator, string? label, string[] annotators)
    {
        if (annotator is null != label is null) throw new InputException("--annotator and --label go together: who answered, and what.");
        if (annotator is not null)
        {
            if (item is null) throw new InputException("Name the column that tells items apart with --item.");
            return AnswersTable.Long(sample, LabelOptions.Find(sample.Schema, item), LabelOptions.Find(sample.Schema, annotator), LabelOptions.Find(sample.Schema, label!));
        }

        var name = item is null ? null : LabelOptions.Find(sample.Schema, item);
        return AnswersTable.Wide(sample, name, annotators.Length > 0 ? [.. annotators.Select(a => LabelOptions.Find(sample.Schema, a))] : AnswersTable.Annotators(sample, name));
    }

    private static async Task<double[,]> PredictionsAsync(string path, Answers answers, CancellationToken cancellationToken)
    {
        await using Engines.Table table = await Assay.OpenAsync(Source.Parse(path), cancellationToken: cancellationToken);
        var items = answers.Items.Length;
        var given = await GivenProbabilities.ReadAsync(table, new([.. Enumerable.Range(0, items)], new int[items], answers.Classes, []), items, cancellationToken);
        var predictions = new double[items, answers.Classes.Length];
        for (var i = 0; i < items; i++)
        {
            for (var k = 0; k < answers.Classes.Length; k++) predictions[i, k] = given[i][k];
        }

        return predictions;
    }

    private static IEnumerable<string[]> Records(AgreementReport report) => report.Items.Select(static i => new[]
    {
        SpreadsheetText.Of(i.Name), SpreadsheetText.Of(i.Label), i.Probability.ToString("0.######", CultureInfo.InvariantCulture),
        i.Answers.ToString(CultureInfo.InvariantCulture), i.Agreeing.ToString(CultureInfo.InvariantCulture),
    }).Prepend(["item", "label", "probability", "answers", "agreeing"]);
}
