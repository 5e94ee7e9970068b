using System.CommandLine;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Reports;

namespace Assays.Cli.Commands;

/// <summary><c>assay repair SOURCE -o OUT</c>: a new copy of a table with repairs made, and the list of them.</summary>
internal static class RepairCommand
{
    public static Command Create()
    {
        var source = CommonOptions.SourceArgument();
        var output = new Option<FileInfo>("--output", "-o") { Description = "The new table: csv, tsv, parquet, json or ndjson.", Required = true };
        var changes = new Option<FileInfo?>("--changes") { Description = "Where the list of changes goes; OUT.changes.csv by default." };
        var apply = new Option<string[]>("--apply")
        {
            Description = "Also make the repairs of these findings or detectors, which are not certain; see the ids in 'assay check --json'.",
            AllowMultipleArgumentsPerToken = true,
        };
        var common = new CommonOptions();
        var command = new Command("repair", "Write a copy of a table with its certain repairs made, and the list of changes. The source is never touched.")
        {
            source, output, changes, apply,
        };
        common.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (from, to) = (common.ReadSource(parsed, source), parsed.GetRequiredValue(output));
            if (from is Source.Files { Table: null } file && Path.GetFullPath(file.Path) == to.FullName) throw new InputException("The repaired table must be another file than the source.");

            var chosen = parsed.GetValue(apply)?.ToHashSet(StringComparer.Ordinal) ?? [];
            var made = await Assay.RepairAsync(
                from, to.FullName, f => f.Repair is { IsCertain: true } || chosen.Contains(f.Id) || chosen.Contains(f.Rule.Name),
                common.Read(parsed), null, cancellationToken);

            var list = parsed.GetValue(changes)?.FullName ?? to.FullName + ".changes.csv";
            await WriteAsync(list, made, cancellationToken);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made.Length:N0} cells were changed in {to.FullName}; {list} lists them."));
            return ExitStatus.Fine;
        });
        return command;
    }

    private static Task WriteAsync(string path, IEnumerable<CellChange> changes, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(path, async stream =>
        {
            await using var csv = new CsvWriter(stream);
            await csv.WriteAsync(["row", "column", "before", "after", "finding"], cancellationToken);
            foreach (var c in changes)
            {
                await csv.WriteAsync([c.Row.ToString(CultureInfo.InvariantCulture), c.Column.Name, c.Before ?? "", c.After ?? "", c.Cause], cancellationToken);
            }
        }, cancellationToken);
}
