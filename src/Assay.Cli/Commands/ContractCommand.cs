using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Assays.Cli.Console;
using Assays.Contracts;
using Assays.Contracts.Imports;
using Assays.Contracts.Odcs;
using Assays.Data;
using Assays.Findings;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Commands;

/// <summary><c>assay contract</c>: suggests what data must be, takes it over from other tools, checks it, and tells what changed between two versions.</summary>
internal static class ContractCommand
{
    public static Command Create() => new("contract", "Suggest, import, check and compare contracts of the Open Data Contract Standard.")
    {
        Infer(), Import(), Check(), Diff(),
    };

    private static Command Infer()
    {
        var source = CommonOptions.SourceArgument();
        var output = Output();
        var common = new CommonOptions();
        var command = new Command("infer", "Suggest a contract from a table, with room for what was not seen.") { source, output };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var contract = await StageProgress.ShowAsync(
                StageProgress.Errors(), false,
                progress => Assay.SuggestContractAsync(common.ReadSource(parsed, source), common.Read(parsed), progress, cancellationToken));
            await WriteAsync(parsed.GetValue(output), ContractWriter.Write(contract), cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<string>("file") { Description = "dbt's schema.yml, Soda checks, a Great Expectations suite, a Frictionless Table Schema or data package, or a JSON Schema." };
        var output = Output();
        var command = new Command("import", "Write what another tool demands as a contract; what has no counterpart is listed and kept as text.") { file, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var contract = ContractImport.Parse(await TextFile.ReadAsync(path, cancellationToken), path);
            await WarnAsync(contract, cancellationToken);
            await WriteAsync(parsed.GetValue(output), ContractWriter.Write(contract), cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("contract") { Description = "The contract, in YAML or JSON." };
        var source = CommonOptions.SourceArgument();
        var reports = new ReportOptions();
        var only = new Option<string?>("--table") { Description = "Which table of the contract is meant; by default the one that is called as the source.", HelpName = "NAME" };
        var valid = new Option<string?>("--valid") { Description = "Write the rows that keep the contract: csv, tsv, parquet, json or ndjson.", HelpName = "FILE" };
        var quarantine = new Option<string?>("--quarantine") { Description = "Write the other rows, with what they break.", HelpName = "FILE" };
        var stream = new Option<bool>("--stream") { Description = "Read rows from standard input as they come and print a verdict a row." };
        var quiet = new Option<bool>("--quiet") { Description = "Print one line only." };
        var common = new CommonOptions();
        var command = new Command("check", "Check a table against a contract; exit with 1 when it is broken.") { file, source };
        command.Add(only);
        reports.AddTo(command);
        command.Add(valid);
        command.Add(quarantine);
        command.Add(stream);
        common.AddTo(command);
        command.Add(quiet);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var screen = reports.Screen(parsed);
            var contract = await ReadAsync(parsed.GetRequiredValue(file), cancellationToken);
            if (parsed.GetValue(only) is { } name) contract = contract.Only(name);
            var (good, bad) = (parsed.GetValue(valid), parsed.GetValue(quarantine));
            if (parsed.GetValue(stream))
            {
                if ((good ?? bad) is not null || reports.IsAsked(parsed)) throw new InputException("--stream prints verdicts and writes no files; leave the options for files out.");
                return await StreamCommand.RunAsync(contract, parsed.GetRequiredValue(source), parsed.GetValue(quiet), cancellationToken);
            }

            if (good is null != bad is null) throw new InputException("--valid and --quarantine go together: every row is written to one of them.");

            var (from, options) = (common.ReadSource(parsed, source), common.Read(parsed));
            var assessment = await StageProgress.ShowAsync(
                StageProgress.Errors(), parsed.GetValue(quiet),
                progress => good is null
                    ? Assay.CheckContractAsync(from, contract, options, progress, cancellationToken)
                    : Assay.SplitAsync(from, contract, good, bad!, options, progress, cancellationToken));
            await reports.WriteAsync(parsed, assessment, cancellationToken);
            Verdict(assessment, screen, parsed.GetValue(quiet));
            await PipelineReport.WriteAsync(assessment, screen.Profile.Out.Writer, Environment.GetEnvironmentVariable, cancellationToken);
            return IsBroken(assessment) ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }

    private static Command Diff()
    {
        var old = new Argument<string>("old") { Description = "The contract as it was." };
        var now = new Argument<string>("new") { Description = "The contract as it is to be." };
        var command = new Command("diff", "Tell what changed between two contracts; exit with 1 when a change breaks somebody.") { old, now };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var changes = ContractDiff.Between(
                await ReadAsync(parsed.GetRequiredValue(old), cancellationToken), await ReadAsync(parsed.GetRequiredValue(now), cancellationToken));
            foreach (var change in changes) System.Console.WriteLine($"{Words(change.Breaks),-24} {change.Description}");
            System.Console.WriteLine(changes.IsEmpty
                ? "The contracts demand the same."
                : string.Create(CultureInfo.InvariantCulture, $"{changes.Length} change{(changes.Length == 1 ? "" : "s")}, {changes.Count(static c => c.Breaks != Party.Nobody)} of them breaking."));
            return changes.Any(static c => c.Breaks != Party.Nobody) ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }

    private static Option<string?> Output() => new("--output", "-o") { Description = "The contract's file; printed when there is none.", HelpName = "FILE" };

    /// <summary>Reads a contract and tells on the error stream what in it is not checked.</summary>
    public static async Task<Contract> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var contract = ContractFile.Parse(await TextFile.ReadAsync(path, cancellationToken), path);
        await WarnAsync(contract, cancellationToken);
        return contract;
    }

    private static async Task WarnAsync(Contract contract, CancellationToken cancellationToken)
    {
        foreach (var warning in contract.Warnings) await System.Console.Error.WriteLineAsync($"assay: {warning}".AsMemory(), cancellationToken);
    }

    private static async Task WriteAsync(string? path, string text, CancellationToken cancellationToken)
    {
        if (path is null) await System.Console.Out.WriteAsync(text.AsMemory(), cancellationToken);
        else await ReportFile.WriteAsync(path, async stream => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), cancellationToken), cancellationToken);
    }

    /// <summary>Whether a demand of severity error is broken, or could not be checked for a failure.</summary>
    private static bool IsBroken(Assessment assessment) =>
        assessment.Outcomes.Any(static o => o is Outcome.Failed) || assessment.Findings.Any(static f => f.Severity == Severity.Error);

    private static void Verdict(Assessment assessment, IAnsiConsole screen, bool isQuiet)
    {
        var broken = assessment.Findings.Where(static f => f.Severity > Severity.Note).ToImmutableArray();
        var checkedOnes = assessment.Outcomes.Count(static o => o is Outcome.Ran);
        if (!isQuiet)
        {
            foreach (var finding in assessment.Findings) screen.WriteLine($"{Reports.Words.Of(finding.Severity),-8} {finding.Explanation}");
            foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>()) screen.WriteLine($"failed   {failed.Rule.Title}: {failed.Error}");
            foreach (var skipped in assessment.Outcomes.OfType<Outcome.Skipped>()) screen.WriteLine($"skipped  {skipped.Rule.Title}: {skipped.Reason}");
        }

        screen.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsBroken(assessment) ? "The contract is broken" : "The contract is kept")}: {checkedOnes:#,0} demands checked on {assessment.Profile.Rows:#,0} rows, {broken.Length:#,0} broken."));
    }

    private static string Words(Party party) => party switch
    {
        Party.Consumers => "breaks consumers",
        Party.Producers => "breaks producers",
        _ => "breaks nobody",
    };
}
