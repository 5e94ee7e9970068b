using System.CommandLine;
using System.Globalization;
using Assays.Cli.Console;
using Assays.Data;
using Assays.Drift.Baselines;
using Spectre.Console;

namespace Assays.Cli.Commands;

/// <summary><c>assay profile SOURCE -o base.assay.json</c> keeps what a table is like; <c>assay merge</c> adds what was kept of parts.</summary>
internal static class ProfileCommand
{
    public static Command Create()
    {
        var source = CommonOptions.SourceArgument();
        var output = Output();
        var common = new CommonOptions();
        var history = new HistoryOptions();
        var update = new Option<bool>("--update") { Description = "Read only the files that came since the baseline was made, and add them to it." };
        var command = new Command("profile", "Keep what a table is like in a small file that stands for it as a reference.") { source, output, update };
        common.AddTo(command);
        history.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = PathOf(parsed.GetRequiredValue(output));
            var kept = parsed.GetValue(update) && File.Exists(path) ? await ReferenceArgument.ReadBaselinesAsync([path], cancellationToken) : null;
            var (table, options) = (common.ReadSource(parsed, source), common.Read(parsed));
            var baseline = await StageProgress.ShowAsync(
                StageProgress.Errors(), false,
                progress => kept is null ? Assay.BaselineAsync(table, options, progress, cancellationToken) : Assay.UpdateAsync(kept, table, options, progress, cancellationToken));
            await WriteAsync(baseline, path, cancellationToken);
            HistoryTerminal.Write(await history.RememberAsync(parsed, baseline, cancellationToken), Screen.Beside(path));
            return ExitStatus.Fine;
        });
        return command;
    }

    public static Command CreateMerge()
    {
        var parts = new Argument<string[]>("baselines") { Description = "Baselines of the parts of a table, or patterns of such files.", Arity = ArgumentArity.OneOrMore };
        var output = Output();
        var command = new Command("merge", "Add the baselines of a table's parts to that of the whole.") { parts, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = PathOf(parsed.GetRequiredValue(output));
            await WriteAsync(await ReferenceArgument.ReadBaselinesAsync(parsed.GetRequiredValue(parts), cancellationToken), path, cancellationToken);
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Option<string> Output() => new("--output", "-o") { Description = $"The baseline's file, named *{BaselineFile.Extension}.", HelpName = "FILE", Required = true };

    private static string PathOf(string path) => path.EndsWith(BaselineFile.Extension, StringComparison.OrdinalIgnoreCase) || path.StartsWith("/dev/", StringComparison.Ordinal) || path == ReportFile.StandardOutput
        ? path : throw new InputException($"A baseline's file is named *{BaselineFile.Extension}, so that it is known as one: '{path}' is not.");

    private static async Task WriteAsync(Baseline baseline, string path, CancellationToken cancellationToken)
    {
        await ReportFile.WriteAsync(
            path,
            stream =>
            {
                BaselineFile.Write(baseline, stream);
                return Task.CompletedTask;
            },
            cancellationToken);
        Screen.Beside(path).WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{path} keeps {baseline.Columns.Length} columns of {baseline.Rows:N0} rows."));
    }
}
