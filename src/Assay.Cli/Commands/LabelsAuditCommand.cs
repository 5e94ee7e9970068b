using System.CommandLine;
using System.Globalization;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Labels.Audit;
using Assays.Labels.Errors;
using Spectre.Console;

namespace Assays.Cli.Commands;

/// <summary><c>assay labels audit</c>: how right labels are, by looking at some of them.</summary>
internal static class LabelsAuditCommand
{
    public static Command Create()
    {
        var sheet = SheetArgument();
        sheet.Arity = ArgumentArity.ZeroOrOne;
        var terms = new AuditTermOptions();
        var command = new Command("audit", "Ask about the rows of a sheet one by one, and stop when enough is known.") { sheet, Plan(), Result() };
        terms.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetValue(sheet) ?? throw new InputException("Name the sheet to go through; 'assay labels audit plan' writes one.");
            var session = new AuditSession(await ReadAsync(path, cancellationToken), terms.Read(parsed));
            await new AuditDialog(session, AnsiConsole.Console, now => WriteAsync(path, now, cancellationToken)).RunAsync(cancellationToken);
            return session.Result is { Verdict: Verdict.Reject } ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }

    private static Command Plan()
    {
        var source = CommonOptions.SourceArgument();
        source.Arity = ArgumentArity.ZeroOrOne;
        var label = LabelOptions.Column("--label", "The column that holds the labels.");
        var rows = new Option<int?>("--rows") { Description = "Rows there are, when no source is named.", HelpName = "N" };
        var size = new Option<int?>("--size") { Description = "Rows to look at; by default as many as decide.", HelpName = "N" };
        var draw = Choice.Of("--draw", "simple: every row alike; classes: some of each class; suspects: suspicious rows more often, which the result undoes.", AuditDraw.Simple);
        var output = new Option<string>("--output", "-o") { Description = "The sheet.", HelpName = "FILE", DefaultValueFactory = static _ => "audit.csv" };
        var terms = new AuditTermOptions();
        var options = new LabelOptions();
        var command = new Command("plan", "How many rows to look at and which; writes them as a sheet with a column 'verdict'.") { source, label, rows, size, draw, output };
        terms.AddTo(command);
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var chosen = terms.Read(parsed);
            if (parsed.GetValue(size) is < 1) throw new InputException("--size takes a number of rows from 1.");
            var path = parsed.GetRequiredValue(output);
            if (File.Exists(path)) throw new InputException($"'{path}' exists, and may hold verdicts: name another file with --output.");
            if (parsed.GetValue(source) is null)
            {
                var many = parsed.GetValue(rows) ?? throw new InputException("Name a source and its --label, or say with --rows how many rows there are.");
                if (many < 1) throw new InputException("--rows takes a number of rows from 1.");
                await TellAsync(path, AuditPlanner.Plan(many, parsed.GetValue(size) ?? Enough(many, chosen), options.Seed(parsed)), chosen, many, cancellationToken);
                return ExitStatus.Fine;
            }

            var name = parsed.GetValue(label) ?? throw new InputException("Name the column that holds the labels with --label.");
            var from = options.ReadSource(parsed, source!);
            await using var table = await Assay.OpenAsync(from, options.Read(parsed), cancellationToken);
            var column = LabelOptions.Find(table.Schema, name);
            var kind = parsed.GetValue(draw);
            var suspicion = kind != AuditDraw.Suspects ? null : Suspicion(await Assay.CheckLabelsAsync(
                from, new(name) { Seed = options.Seed(parsed), Threads = options.Read(parsed).Threads }, null, options.Read(parsed), cancellationToken));
            var count = (int)Math.Min(table.Rows, int.MaxValue);
            var sheet = await AuditPlanner.PlanAsync(table, column, parsed.GetValue(size) ?? Enough(count, chosen), kind, suspicion, options.Seed(parsed), cancellationToken);
            await TellAsync(path, sheet, chosen, count, cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Command Result()
    {
        var sheet = SheetArgument();
        var json = LabelOptions.File("--json", "Write everything for programs.");
        var terms = new AuditTermOptions();
        var command = new Command("result", "What a sheet with verdicts says; exit with 1 when the labels are rejected.") { sheet, json };
        terms.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var result = AuditResult.Of(await ReadAsync(parsed.GetRequiredValue(sheet), cancellationToken), terms.Read(parsed));
            if (parsed.GetValue(json) is { } path) await ReportFile.WriteAsync(path, stream => AuditResultJson.WriteAsync(result, stream, cancellationToken), cancellationToken);
            AuditTerminal.Write(result, terms.Read(parsed), Screen.Beside(parsed.GetValue(json)));
            return result.Verdict == Verdict.Reject ? ExitStatus.Crossed : ExitStatus.Fine;
        });
        return command;
    }

    private static Argument<string> SheetArgument() => new("sheet") { Description = "The sheet that 'assay labels audit plan' wrote." };

    private static async Task<AuditSheet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var table = await Assay.OpenAsync(Source.Parse(path), cancellationToken: cancellationToken);
        return AuditSheet.Read(await table.SampleAsync(int.MaxValue, 0, cancellationToken));
    }

    private static Task WriteAsync(string path, AuditSheet sheet, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(path, sheet.Records.Prepend(sheet.Header), cancellationToken);

    private static Dictionary<long, double> Suspicion(LabelReport report) => report.IsUseful
        ? report.Suspects.ToDictionary(static s => s.Row, static s => s.Probability)
        : throw new InputException("The other columns say next to nothing about the label, so no row is more suspicious than another: draw with --draw simple or --draw classes.");

    /// <summary>As many rows as a single look needs to tell the two levels apart at the risk.</summary>
    private static int Enough(int rows, AuditTerms terms) => (int)AcceptancePlan.Between(rows, terms.Accept, terms.Reject, terms.Risk, terms.Risk).Draws;

    private static async Task TellAsync(string path, AuditSheet sheet, AuditTerms terms, int rows, CancellationToken cancellationToken)
    {
        await WriteAsync(path, sheet, cancellationToken);
        var (console, size) = (AnsiConsole.Console, sheet.Lines.Length);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {size:N0} of {rows:N0} rows to look at. Write right, wrong or unsure into the column 'verdict', then run 'assay labels audit result {path}'; or go through them with 'assay labels audit {path}'."));
        if (sheet.Lines.Any(line => line.StratumRows < sheet.Lines[0].StratumRows) || sheet.Lines.DistinctBy(static line => line.Stratum).Count() > 1) return;
        var test = terms.Test(rows);
        var first = test.FewestMore(0, 0, right: true);
        if (first is { } least && least <= size) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"You may look at the result after every answer: {least:N0} right ones in a row accept at once (accuracy {terms.Accept:0.###} against {terms.Reject:0.###}, risk {terms.Risk:0.###})."));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"That the labels are at least {terms.Claimed:0.###} right is shown by {AcceptancePlan.WithoutError(rows, terms.Claimed):N0} rows without an error."));
    }
}
