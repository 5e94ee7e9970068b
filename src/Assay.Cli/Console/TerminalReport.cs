using System.Collections.Immutable;
using System.Globalization;
using Assays.Findings;
using Assays.Grading;
using Assays.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Assays.Cli.Console;

/// <summary>The assessment for a person at a terminal: the grade, what is wrong, and what to do first. Fits 80 columns and needs no colour.</summary>
internal static class TerminalReport
{
    private const int TopFindings = 7;
    private const int BarCells = 24;
    private const int MaxWidth = 100;

    /// <param name="quiet">One line with the grade, and nothing else.</param>
    public static void Write(Assessment assessment, IAnsiConsole console, bool quiet = false)
    {
        ArgumentNullException.ThrowIfNull(console);
        var shown = Discretion.Apply(assessment);
        console.Profile.Width = Math.Min(console.Profile.Width, MaxWidth);
        if (quiet)
        {
            console.MarkupLineInterpolated($"{shown.Grade.Overall.Letter} {shown.Grade.Overall.Value:0.0}  {Legible.Of(shown.Source)}  {Tally(shown.Findings)}");
            return;
        }

        console.WriteLine();
        console.Write(Heading(shown));
        console.WriteLine();
        console.Write(Dimensions(shown, console.Profile.Capabilities.Unicode));
        console.WriteLine();
        if (shown.Explanation is [{ Paragraphs: [var row, ..] }, ..]) console.MarkupLine($" {Safe(row, 300)}\n");
        if (shown.Reference is { } reference) console.MarkupLine($" Beside {Safe(reference.Reference)}: [bold]{Words.Of(reference.Verdict)}[/]: {Safe(Words.Meaning(reference.Verdict))}\n");
        WriteFindings(shown, console);
        WriteChecks(shown, console);
        console.WriteLine();
    }

    private static Rows Heading(Assessment assessment)
    {
        var profile = assessment.Profile;
        var grade = assessment.Grade.Overall;
        var facts = new List<string>
        {
            $"{Legible.Count(profile.Rows, "row")} × {Legible.Count(profile.Columns.Length, "column")}",
            Legible.Of(assessment.Structure.Format),
        };
        if (assessment.Structure.Bytes is { } bytes) facts.Add(Legible.Size(bytes));
        if (profile.IsSampled) facts.Add($"judged on a sample of {Legible.Count(profile.SampleRows, "row")}");
        return new(
            new Markup($" [bold]{Safe(assessment.Source)}[/]"),
            new Markup($" [grey]{Markup.Escape(string.Join(" · ", facts))}[/]"),
            Text.Empty,
            new Markup(string.Create(CultureInfo.InvariantCulture, $" Grade [bold {Colour(grade)}]{grade.Letter}[/]  [bold]{grade.Value:0.0}[/] of 100   {Tally(assessment.Findings)}")));
    }

    private static Grid Dimensions(Assessment assessment, bool unicode)
    {
        var grid = new Grid().AddColumn(new GridColumn { Padding = new(1, 0, 2, 0) })
            .AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 2, 0) }).AddColumn(new GridColumn { NoWrap = true, Padding = new(0, 0, 0, 0) });
        foreach (var (dimension, score) in assessment.Grade.Dimensions)
        {
            var full = (int)Math.Round(score.Value / 100 * BarCells);
            var bar = $"[{Colour(score)}]{new string(unicode ? '━' : '=', full)}[/][grey]{new string(unicode ? '─' : '-', BarCells - full)}[/]";
            grid.AddRow(new Markup(Words.Of(dimension)), new Markup(bar), new Markup(string.Create(CultureInfo.InvariantCulture, $"{score.Letter} {score.Value,5:0.0}")));
        }

        return grid;
    }

    internal static void WriteFindings(Assessment assessment, IAnsiConsole console)
    {
        var serious = assessment.Findings.Where(static f => f.Severity > Severity.Note).ToImmutableArray();
        var listed = (serious.IsEmpty ? assessment.Findings : serious).Take(TopFindings).ToImmutableArray();
        if (listed.IsEmpty)
        {
            console.MarkupLine(" Nothing wrong was found.");
            return;
        }

        console.MarkupLine(serious.IsEmpty ? " [bold]Worth knowing[/]" : " [bold]What to look at first[/]");
        console.WriteLine();
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true, Padding = new(1, 0, 1, 0) }).AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var finding in listed) grid.AddRow(new Markup(Mark(finding.Severity)), Item(finding));
        console.Write(grid);

        var more = assessment.Findings.Length - listed.Length;
        if (more > 0) console.MarkupLine($" [grey]And {Legible.Count(more, "more finding")}. Use --html FILE to see all with their cells.[/]");
        else console.MarkupLine(" [grey]Use --html FILE to see them with their cells.[/]");
    }

    private static Rows Item(Finding finding)
    {
        var columns = finding.Columns.IsEmpty ? "" : $"[bold]{Safe(string.Join(", ", finding.Columns.Take(3).Select(static c => c.Label)), 60)}[/] [grey]·[/] ";
        var many = finding.AffectedRows > 0 ? $" [grey]· {Legible.Count(finding.AffectedRows, "row")}[/]" : "";
        var lines = new List<IRenderable> { new Markup($"{columns}[bold]{Safe(finding.Title)}[/]{many}"), new Markup(Safe(finding.Explanation, 400)) };
        if (finding.Repair is { } repair) lines.Add(new Markup($"[grey]To do:[/] {Safe(repair.Description, 300)}"));
        lines.Add(Text.Empty);
        return new(lines);
    }

    internal static void WriteChecks(Assessment assessment, IAnsiConsole console)
    {
        foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>())
        {
            console.MarkupLine($" [red]The check {Safe(failed.Rule.Name)} failed:[/] {Safe(failed.Error)}");
        }
    }

    /// <summary>Worded as well as coloured, so that it can be read without colour.</summary>
    private static string Mark(Severity severity) => severity switch
    {
        Severity.Error => "[red]error  [/]",
        Severity.Warning => "[yellow]warning[/]",
        _ => "[blue]note   [/]",
    };

    internal static string Tally(ImmutableArray<Finding> findings)
    {
        var counts = findings.CountBy(static f => f.Severity).OrderByDescending(static c => c.Key).Select(static c => Legible.Count(c.Value, Words.Of(c.Key)));
        return findings.IsEmpty ? "no findings" : string.Join(", ", counts);
    }

    private static string Colour(Score score) => score.Letter switch { 'A' => "green", 'B' => "green", 'C' => "yellow", 'D' => "yellow", _ => "red" };

    internal static string Safe(string text, int maxLength = 200) => Markup.Escape(Legible.Of(text, maxLength));
}
