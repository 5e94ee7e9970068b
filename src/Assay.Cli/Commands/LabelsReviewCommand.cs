using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Engines;
using Assays.Labels.Review;
using Spectre.Console;

namespace Assays.Cli.Commands;

/// <summary><c>assay labels review SOURCE --label COLUMN -o OUT</c>: go through the suspects one by one; a copy of the table gets the changes.</summary>
internal static class LabelsReviewCommand
{
    public static Command Create()
    {
        var input = new LabelCheckInput();
        var output = new Option<FileInfo>("--output", "-o") { Description = "The reviewed table: csv, tsv, parquet, json or ndjson.", HelpName = "FILE", Required = true };
        var decisions = LabelOptions.File("--decisions", "Where decisions are kept, to go on later; OUT.review.csv by default.");
        var command = new Command("review", "Go through the suspicious labels one by one, and write a reviewed copy. The source is never touched.") { output, decisions };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            Keys.Require(AnsiConsole.Console, "Use 'assay labels check --csv FILE' for a list.");
            var (from, to) = (input.Source(parsed), parsed.GetRequiredValue(output).FullName);
            if (from is Source.Files { Table: null } file && Path.GetFullPath(file.Path) == to) throw new InputException("The reviewed table must be another file than the source.");
            var path = parsed.GetValue(decisions) ?? to + ".review.csv";

            var report = await input.CheckAsync(parsed, cancellationToken);
            var session = new ReviewSession(report.Suspects.Where(static s => s.IsFlagged).Select(static s => new ReviewItem(s.Row, s.Given, s.Better, s.Probability, s.Reason)));
            if (File.Exists(path)) await ResumeAsync(session, path, cancellationToken);

            await using Engines.Table table = await Assay.OpenAsync(from, input.Table(parsed), cancellationToken);
            var label = LabelOptions.Find(table.Schema, input.Label(parsed));
            var sample = await table.SampleAsync(new Labels.Errors.LabelCheckOptions(label.Name).MostRows, input.Table(parsed).Seed, cancellationToken);
            var dialog = new ReviewDialog(session, new ReviewRows(sample, label), AnsiConsole.Console, () => CsvFile.WriteAsync(path, ReviewSheet.Records(session).Prepend(ReviewSheet.Header), cancellationToken));
            await dialog.RunAsync(cancellationToken);

            ImmutableArray<CellChange> changes = [.. session.Changes.Select(c => new CellChange(c.Key, label, session.Items.First(i => i.Row == c.Key).Given, c.Value, "review"))];
            await table.ExportAsync(to, TableChanges.None with { Cells = changes }, cancellationToken);
            AnsiConsole.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{changes.Length:N0} labels were changed in {to}; {session.Items.Length - session.Decided:N0} suspects are left. Decisions are in {path}."));
            return ExitStatus.Fine;
        });
        return command;
    }

    private static async Task ResumeAsync(ReviewSession session, string path, CancellationToken cancellationToken)
    {
        await using Engines.Table table = await Assay.OpenAsync(Source.Parse(path), cancellationToken: cancellationToken);
        ReviewSheet.Resume(session, await table.SampleAsync(int.MaxValue, 0, cancellationToken));
    }
}
