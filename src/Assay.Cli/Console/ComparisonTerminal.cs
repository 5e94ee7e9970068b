using System.Globalization;
using Assays.Findings;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>A comparison for a person at a terminal: the verdict and why, what changed, and the columns that moved.</summary>
internal static class ComparisonTerminal
{
    private const int MostColumns = 12;

    public static void Write(Assessment assessment, IAnsiConsole console, bool quiet = false)
    {
        ArgumentNullException.ThrowIfNull(console);
        var shown = Discretion.Apply(assessment);
        var reference = shown.Reference!;
        if (quiet)
        {
            console.MarkupLineInterpolated($"{Words.Of(reference.Verdict)}  {Legible.Of(shown.Source)}  {TerminalReport.Tally(shown.Findings)}");
            return;
        }

        console.WriteLine();
        console.MarkupLine($" [bold]{TerminalReport.Safe(shown.Source)}[/] [grey]({Legible.Count(shown.Profile.Rows, "row")}) compared with[/] [bold]{TerminalReport.Safe(reference.Reference)}[/] [grey]({Legible.Count(reference.ReferenceRows, "row")})[/]");
        console.WriteLine();
        console.MarkupLine($" [bold {Colour(reference.Verdict)}]{Words.Of(reference.Verdict)}[/]: {TerminalReport.Safe(Words.Meaning(reference.Verdict))}");
        if (reference.Verdict == Verdict.Safe) console.MarkupLine($" {TerminalReport.Safe(reference.Reasons[0], 400)}");
        console.WriteLine();
        if (!shown.Findings.IsEmpty) TerminalReport.WriteFindings(shown, console);
        WriteColumns(reference, console);
        if (reference.Parts is { } parts) WriteParts(parts, console);
        TerminalReport.WriteChecks(shown, console);
        console.WriteLine();
    }

    private static void WriteColumns(ReferenceVerdict reference, IAnsiConsole console)
    {
        var moved = reference.Columns.Where(static c => c.Measure is not null).OrderByDescending(static c => Math.Max(c.Effect, c.NormedDistance)).Take(MostColumns).ToList();
        if (moved.Count == 0) return;
        console.MarkupLine(" [bold]How far each column moved[/] [grey](share of rows that lie elsewhere; sure after all columns are thought of)[/]");
        var grid = new Grid().AddColumn(new GridColumn { Padding = new(1, 0, 2, 0) });
        for (var i = 0; i < 3; i++) grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) });
        foreach (var column in moved)
        {
            grid.AddRow(
                TerminalReport.Safe(column.Column.Label, 40), (100 * column.Effect).ToString("0.0", CultureInfo.InvariantCulture) + " %",
                column.NormedDistance > 0 ? column.NormedDistance.ToString("0.00", CultureInfo.InvariantCulture) + " deviations" : "",
                column.IsSure ? "sure" : "[grey]may be chance[/]");
        }

        console.Write(grid);
        var silent = reference.Columns.Count(static c => c.Silence is not null);
        if (silent > 0) console.MarkupLine($" [grey]{Legible.Count(silent, "column")} without a distribution to compare; --json or --html tells why.[/]");
    }

    private static void WriteParts(Breakdown parts, IAnsiConsole console)
    {
        var what = parts.Period is { } period ? $"along {parts.By.Label}, by {period} ({Legible.Count(parts.Parts.Length, "period")})" : $"by {parts.By.Label} ({Legible.Count(parts.Parts.Length, "group")})";
        console.WriteLine();
        console.MarkupLine($" [bold]Taken apart {TerminalReport.Safe(what, 120)}[/]");
        if (parts.Changes.IsEmpty) console.MarkupLine(parts.Period is null ? " [grey]No group changed otherwise than the rest.[/]" : " [grey]No column came to another level that can be dated.[/]");
        foreach (var change in parts.Changes.Take(MostColumns)) console.MarkupLine($" {TerminalReport.Safe(change, 400)}");
        if (parts.Changes.Length > MostColumns) console.MarkupLine($" [grey]And {Legible.Count(parts.Changes.Length - MostColumns, "column")} more; --html shows all.[/]");
    }

    private static string Colour(Verdict verdict) => verdict switch { Verdict.Safe => "green", Verdict.Look => "yellow", _ => "red" };
}
