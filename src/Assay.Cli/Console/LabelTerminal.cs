using System.Globalization;
using Assays.Labels.Errors;
using Assays.Reports;
using Assays.Statistics;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>A check of labels for a person at a terminal.</summary>
internal static class LabelTerminal
{
    private const int TopSuspects = 10;
    private const int TopConfusions = 5;

    public static void Write(LabelReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        console.WriteLine();
        console.WriteLine($"{Legible.Of(report.Source)}: labels in '{Legible.Of(report.Label)}'");
        foreach (var warning in report.Warnings) console.WriteLine($"Note: {Legible.Of(warning, 500)}");
        if (report.IsUseful)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"About {Share(report.Accuracy, report.AccuracyInterval)} of {Legible.Count(report.JudgedRows, "label")} are right, as the models have it."));
        }

        Confusions(report, console);
        Suspects(report, console);
    }

    /// <summary>A share with its interval: <c>94.1 % (91.0 % to 97.2 %)</c>.</summary>
    public static string Share(double share, Interval interval) => $"{Percent(share)} ({Percent(interval.Low)} to {Percent(interval.High)})";

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private static void Confusions(LabelReport report, IAnsiConsole console)
    {
        var worst = report.Noise.Where(static c => c.Truth != c.Given && c.Share >= 0.01).OrderByDescending(static c => c.Share).Take(TopConfusions).ToArray();
        if (worst.Length == 0 || report.FlaggedRows == 0) return;
        console.WriteLine();
        console.WriteLine("Most confused:");
        foreach (var cell in worst) console.WriteLine($"  rows of '{Legible.Of(cell.Truth, 40)}' labelled '{Legible.Of(cell.Given, 40)}': {Share(cell.Share, cell.Interval)}");
    }

    private static void Suspects(LabelReport report, IAnsiConsole console)
    {
        console.WriteLine();
        var flagged = report.Suspects.Where(static s => s.IsFlagged).ToArray();
        if (flagged.Length == 0)
        {
            console.WriteLine("No label is called wrong.");
            return;
        }

        console.WriteLine($"{Legible.Count(flagged.Length, "label")} {(flagged.Length == 1 ? "is" : "are")} {(flagged[0].Probability < 0.5 ? "worth a look" : "probably wrong")}:");
        var table = new Spectre.Console.Table().Border(TableBorder.Simple).AddColumn(new TableColumn("row").RightAligned()).AddColumn("label").AddColumn("better").AddColumn("wrong").AddColumn("why");
        foreach (var s in flagged.Take(TopSuspects))
        {
            table.AddRow(new Text(s.Row.ToString(CultureInfo.InvariantCulture)), new Text(Legible.Of(s.Given, 24)), new Text(Legible.Of(s.Better ?? "", 24)), new Text(Percent(s.Probability)), new Text(Legible.Of(s.Reason, 240)));
        }

        console.Write(table);
        if (flagged.Length > TopSuspects) console.WriteLine($"And {Legible.Count(flagged.Length - TopSuspects)} more; --csv FILE lists them all.");
    }
}
