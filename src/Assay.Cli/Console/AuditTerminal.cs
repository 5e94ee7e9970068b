using System.Globalization;
using Assays.Labels.Audit;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>What an audit has shown, for a person at a terminal.</summary>
internal static class AuditTerminal
{
    private const int MostClasses = 20;

    public static void Write(AuditResult result, AuditTerms terms, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(console);
        var unsure = result.Unsure == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {result.Unsure:N0} unsure ones do not count");
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Right:N0} of {result.Answers:N0} labels are right{unsure}."));
        console.WriteLine($"Accuracy of all {Legible.Count(result.Rows, "row")}: {LabelTerminal.Share(result.Accuracy, result.Exact)}, exact 95 % interval{(result.IsStratified ? ", unequal draws undone" : "")}.");
        if (result is { ClopperPearson: { } exact, Wilson: { } wilson, Jeffreys: { } jeffreys, Anytime: { } anytime })
        {
            console.WriteLine($"  Clopper-Pearson {Range(exact)}   Wilson {Range(wilson)}   Jeffreys {Range(jeffreys)}");
            console.WriteLine($"  However often one looked: {Range(anytime)}");
        }

        if (result.ClaimProbability is { } claim)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"If {terms.Claimed:0.###} were right as claimed, so few or fewer right ones would come up with probability {claim:0.0000}."));
        }

        if (result.Classes.Length > 1)
        {
            console.WriteLine(result.Classes[0].Interval is null ? "By label, of the rows looked at, as they were drawn: suspects more often, so labels look worse than they are." : "By label:");
            foreach (var each in result.Classes.Take(MostClasses))
            {
                console.WriteLine($"  {Legible.Of(each.Name, 40)}: {each.Right} of {each.Answers} right{(each.Interval is { } interval ? $", {Range(interval)}" : "")}");
            }

            if (result.Classes.Length > MostClasses) console.WriteLine($"  and {result.Classes.Length - MostClasses} more classes; --json FILE lists them all.");
        }

        console.WriteLine(Verdict(result, terms));
    }

    private static string Range(Statistics.Interval interval) => $"{LabelTerminal.Percent(interval.Low)} to {LabelTerminal.Percent(interval.High)}";

    private static string Verdict(AuditResult result, AuditTerms terms)
    {
        var levels = string.Create(CultureInfo.InvariantCulture, $"(accepted from {terms.Accept:0.###}, rejected to {terms.Reject:0.###}, risk {terms.Risk:0.###})");
        return result.Verdict switch
        {
            Labels.Audit.Verdict.Accept => $"ACCEPT {levels}.",
            Labels.Audit.Verdict.Reject => $"REJECT {levels}.",
            _ => $"CONTINUE {levels}." + More(result),
        };
    }

    private static string More(AuditResult result)
    {
        var parts = new List<string>();
        if (result.FewestToAccept is { } accept) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{accept:N0} more right ones accept"));
        if (result.FewestToReject is { } reject) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{reject:N0} more wrong ones reject"));
        if (result.ExpectedMore is { } more) parts.Add(string.Create(CultureInfo.InvariantCulture, $"about {more:N0} more are needed as it goes"));
        return parts.Count == 0 ? " Look at more rows." : $" {string.Join("; ", parts)}.";
    }
}
