using System.CommandLine;
using Assays.Cli.Console;
using Assays.Drift.Parts;
using Assays.Findings;

namespace Assays.Cli.Commands;

/// <summary><c>assay compare REFERENCE CURRENT</c>: what changed, by how much, and whether it matters.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var reference = new Argument<string>("reference") { Description = "What the data were like: a table, a baseline that 'assay profile' made, or a pattern of such files, such as 'base/Mon-*.assay.json', which are added up." };
        var current = new Argument<string>("current") { Description = "The data of now: a file, folder, glob, URL, FILE::TABLE, or - for standard input." };
        var prediction = new Option<string?>("--prediction") { Description = "The column that holds a model's predictions.", HelpName = "COLUMN" };
        var by = new Option<string?>("--by") { Description = "Take both tables apart by this column: along time, with changes dated, when it tells dates; else by its values.", HelpName = "COLUMN" };
        var period = Choice.Of<Period>("--period", "With --by along time: what one part covers; the data choose by default.");
        var failOn = Choice.Of<Verdict>("--fail-on", "Exit with 1 when the verdict is as bad: look or stop.");
        var quiet = new Option<bool>("--quiet") { Description = "Print one line only." };
        var reports = new ReportOptions();
        var common = new CommonOptions();
        var history = new HistoryOptions();
        var command = new Command("compare", "Tell what changed since a reference, by how much, and whether it matters.") { reference, current, prediction, by, period };
        reports.AddTo(command);
        common.AddTo(command);
        history.AddTo(command);
        command.Add(failOn);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var screen = reports.Screen(parsed);
            var options = common.Read(parsed) with { Prediction = parsed.GetValue(prediction), By = parsed.GetValue(by), Period = parsed.GetValue(period) };
            var with = await ReferenceArgument.ReadAsync(parsed.GetRequiredValue(reference), cancellationToken);
            var assessment = await StageProgress.ShowAsync(
                StageProgress.Errors(), parsed.GetValue(quiet),
                progress => Assay.CompareAsync(with, common.ReadSource(parsed, current), options, progress, cancellationToken));
            assessment = await history.RememberAsync(parsed, assessment, cancellationToken);
            await reports.WriteAsync(parsed, assessment, cancellationToken);
            ComparisonTerminal.Write(assessment, screen, parsed.GetValue(quiet));
            if (!parsed.GetValue(quiet)) HistoryTerminal.Write(assessment.History, screen);
            await PipelineReport.WriteAsync(assessment, screen.Profile.Out.Writer, Environment.GetEnvironmentVariable, cancellationToken);
            return assessment.Reference!.Verdict >= (parsed.GetValue(failOn) ?? Verdict.Stop) ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }
}
