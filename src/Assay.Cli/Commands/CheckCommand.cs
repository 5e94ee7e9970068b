using System.CommandLine;
using Assays.Cli.Console;
using Assays.Contracts;
using Assays.Findings;
using Assays.Reports;

namespace Assays.Cli.Commands;

/// <summary><c>assay check SOURCE</c>: grades a table, pinpoints its errors, explains.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var source = CommonOptions.SourceArgument();
        var common = new CommonOptions();
        var history = new HistoryOptions();
        var reports = new ReportOptions();
        var contract = new Option<string?>("--contract") { Description = "What the table must be; see 'assay contract'.", HelpName = "FILE" };
        var reference = new Option<string?>("--reference") { Description = "What the table was like: another table, a baseline of 'assay profile', or a pattern of such files.", HelpName = "SOURCE" };
        var failUnder = new Option<double?>("--fail-under") { Description = "Exit with 1 when the score is lower.", HelpName = "SCORE" };
        var failOn = Choice.Of<Severity>("--fail-on", "Exit with 1 when a finding is as severe.");
        var quiet = new Option<bool>("--quiet") { Description = "Print one line only." };
        failUnder.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<double?>() is < 0 or > 100) result.AddError("--fail-under takes a score from 0 to 100.");
        });

        var command = new Command("check", "Grade a table, pinpoint its errors and explain them.") { source };
        reports.AddTo(command);
        command.Add(contract);
        command.Add(reference);
        command.Add(failUnder);
        command.Add(failOn);
        common.AddTo(command);
        history.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (isQuiet, screen) = (parsed.GetValue(quiet), reports.Screen(parsed));
            var options = common.Read(parsed);
            if (parsed.GetValue(contract) is { } file) options = options with { Contract = await ContractCommand.ReadAsync(file, cancellationToken) };
            if (parsed.GetValue(reference) is { } with) options = options with { Reference = await ReferenceArgument.ReadAsync(with, cancellationToken) };
            var assessment = await StageProgress.ShowAsync(
                StageProgress.Errors(), isQuiet,
                progress => Assay.CheckAsync(common.ReadSource(parsed, source), options, progress, cancellationToken));
            assessment = await history.RememberAsync(parsed, assessment, cancellationToken);
            await reports.WriteAsync(parsed, assessment, cancellationToken);
            TerminalReport.Write(assessment, screen, isQuiet);
            if (!isQuiet) HistoryTerminal.Write(assessment.History, screen);
            await PipelineReport.WriteAsync(assessment, screen.Profile.Out.Writer, Environment.GetEnvironmentVariable, cancellationToken);
            return IsCrossed(assessment, parsed.GetValue(failUnder), parsed.GetValue(failOn)) ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }

    private static bool IsCrossed(Assessment assessment, double? failUnder, Severity? failOn) =>
        assessment.Grade.Overall.Value < failUnder || (failOn <= Severity.Warning && assessment.History?.UnusualNow.Any() == true) || assessment.Findings.Any(f => f.Severity >= failOn || f is { Rule.Id: ContractChecker.RuleId, Severity: Severity.Error });
}
