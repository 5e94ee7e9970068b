using System.CommandLine;
using Assays.Cli.Console;
using Assays.Labels.Errors;

namespace Assays.Cli.Commands;

/// <summary><c>assay labels check SOURCE --label COLUMN</c>: which labels are probably wrong, what would be right, and why.</summary>
internal static class LabelsCheckCommand
{
    public static Command Create()
    {
        var input = new LabelCheckInput();
        var json = LabelOptions.File("--json", "Write everything for programs.");
        var csv = LabelOptions.File("--csv", "Write one line a row: how probably its label is wrong, the better one, the reason.");
        var failUnder = new Option<double?>("--fail-under") { Description = "Exit with 1 when the estimated accuracy is lower, such as 0.95.", HelpName = "ACCURACY" };
        failUnder.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double?>() is not (null or (>= 0 and <= 1))) result.AddError("--fail-under takes an accuracy from 0 to 1.");
        });
        var command = new Command("check", "Find the labels that are probably wrong, by models that did not see them.") { json, csv, failUnder };
        input.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var screen = Screen.Beside(parsed.GetValue(json), parsed.GetValue(csv));
            var report = await StageProgress.ShowAsync(StageProgress.Errors(), false, progress =>
            {
                progress?.Report("Asking models that did not see the row");
                return input.CheckAsync(parsed, cancellationToken);
            });
            if (parsed.GetValue(json) is { } jsonPath) await ReportFile.WriteAsync(jsonPath, stream => LabelReportJson.WriteAsync(report, stream, cancellationToken), cancellationToken);
            if (parsed.GetValue(csv) is { } csvPath) await CsvFile.WriteAsync(csvPath, LabelReportCsv.Records(report), cancellationToken);
            LabelTerminal.Write(report, screen);
            return report.Accuracy < parsed.GetValue(failUnder) ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }
}
