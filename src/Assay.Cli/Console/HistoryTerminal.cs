using System.Globalization;
using Assays.History;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>The history of a table for a person at a terminal: how rows and grade went, and what is unusual now.</summary>
internal static class HistoryTerminal
{
    private const int MostUnusual = 10;
    private const int Steps = 30;

    public static void Write(RunHistory? history, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        if (history is null) return;
        var since = history.Runs[0].Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        console.MarkupLine($" [bold]Beside earlier runs[/] [grey]({Legible.Count(history.Runs.Length, "run")} since {since})[/]");
        foreach (var course in history.Courses.Where(static c => c.Name is { Column: "", Name: "rows" or "grade" }))
        {
            console.MarkupLine($" {course.Name.Name,-6} {(console.Profile.Capabilities.Unicode ? Line(course) : "")} {MetricWords.Value(course.Name, course.Values[^1])}");
        }

        var unusual = history.UnusualNow.ToList();
        if (unusual.Count == 0) console.MarkupLine(history.Courses.Any(static c => c.Expected is not null) ? " [grey]Nothing is unusual.[/]" : " [grey]Too few runs to know what is usual; from the eighth on they are judged.[/]");
        foreach (var course in unusual.Take(MostUnusual)) console.MarkupLine($" [yellow]unusual[/] {TerminalReport.Safe(MetricWords.Unusual(course), 300)}");
        if (unusual.Count > MostUnusual) console.MarkupLine($" [grey]And {Legible.Count(unusual.Count - MostUnusual, "figure")} more; --html shows all.[/]");
        console.WriteLine();
    }

    // One sign of eight heights a run, the last ones.
    private static string Line(MetricCourse course)
    {
        var values = course.Values.TakeLast(Steps).ToArray();
        var (low, high) = (values.Where(double.IsFinite).Min(), values.Where(double.IsFinite).Max());
        return string.Concat(values.Select(value => double.IsNaN(value) ? ' ' : (char)('▁' + (high > low ? (int)Math.Round(7 * (value - low) / (high - low)) : 3))));
    }
}
