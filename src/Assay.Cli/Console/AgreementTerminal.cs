using System.Globalization;
using Assays.Labels.Agreement;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>What annotators agree on, for a person at a terminal.</summary>
internal static class AgreementTerminal
{
    private const int Most = 10;

    public static void Write(AgreementReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        var answers = report.Answers;
        console.WriteLine($"{Legible.Count(answers.All.Length, "answer")} of {Legible.Count(answers.Annotators.Length, "annotator")} about {Legible.Count(answers.Items.Length, "item")}, {Legible.Count(answers.Classes.Length)} classes");
        console.WriteLine();
        console.WriteLine("Agreement (1 perfect, 0 chance), with 95 % bootstrap intervals:");
        foreach (var (name, value, interval) in report.Coefficients)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-34} {value,7:0.000}  ({interval.Low:0.000} to {interval.High:0.000})"));
        }

        Section("Cohen's kappa of pairs:", report.Pairs, console, static p => string.Create(CultureInfo.InvariantCulture, $"{Legible.Of(p.Left, 30)} and {Legible.Of(p.Right, 30)}: {p.Kappa:0.000} ({p.Interval.Low:0.000} to {p.Interval.High:0.000}) over {Legible.Count(p.Items, "item")}"));
        Section("Annotators, the least reliable first:", report.Annotators, console, static a => $"{Legible.Of(a.Name, 40)}: right in {LabelTerminal.Percent(a.Quality)} of {Legible.Count(a.Answers, "answer")}, estimated");
        Section("Most confused:", report.Confusions, console, static c => $"'{Legible.Of(c.Truth, 40)}' called '{Legible.Of(c.Given, 40)}': {LabelTerminal.Percent(c.Share)}");
        Section(
            "Label again first:", report.Items.Where(static i => i.Probability < 0.9), console,
            static i => $"{Legible.Of(i.Name, 40)}: '{Legible.Of(i.Label, 40)}' with {LabelTerminal.Percent(i.Probability)}, {i.Agreeing} of {i.Answers} answers");
    }

    private static void Section<T>(string title, IEnumerable<T> items, IAnsiConsole console, Func<T, string> line)
    {
        var all = items.ToArray();
        if (all.Length == 0) return;
        console.WriteLine();
        console.WriteLine(title);
        foreach (var item in all.Take(Most)) console.WriteLine($"  {line(item)}");
        if (all.Length > Most) console.WriteLine($"  and {Legible.Count(all.Length - Most)} more");
    }
}
