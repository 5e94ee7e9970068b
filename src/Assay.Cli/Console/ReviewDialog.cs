using System.Globalization;
using Assays.Labels.Review;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Asks about suspicious labels one by one. What is next and what was decided is the session's; here are only words and keys.</summary>
/// <param name="save">Keeps the decisions after every one, so that nothing is lost.</param>
internal sealed class ReviewDialog(ReviewSession session, ReviewRows rows, IAnsiConsole console, Func<Task> save)
{
    private const int MostColumns = 30;
    private const int Neighbours = 5;
    private const int MostChoices = 9;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        while (session.Current is { } at)
        {
            Show(at);
            switch (await Keys.ReadAsync(console, cancellationToken))
            {
                case 'k': session.Decide(ReviewDecision.Keep); break;
                case 'c' when session.Items[at].Better is not null: session.Decide(ReviewDecision.Change); break;
                case 'u': session.Decide(ReviewDecision.Unsure); break;
                case >= '1' and <= '9' and var digit when digit - '1' < rows.Labels.Count: session.Decide(ReviewDecision.Change, rows.Labels[digit - '1']); break;
                case 'b': session.Back(); break;
                case 'q' or '\0': return;
                default: continue;
            }

            await save();
        }
    }

    private void Show(int at)
    {
        var item = session.Items[at];
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{session.Decided + 1:N0} of {session.Items.Length:N0}, row {item.Row}"));
        foreach (var (column, value) in rows.Values(item.Row).Take(MostColumns)) console.WriteLine($"  {Legible.Of(column, 30)}: {Legible.Of(value)}");
        console.WriteLine($"  label '{Legible.Of(item.Given)}', wrong with {LabelTerminal.Percent(item.Probability)}{(item.Better is null ? "" : $"; better '{Legible.Of(item.Better)}'")}");
        console.WriteLine($"  {Legible.Of(item.Reason, 500)}");
        var near = string.Join(", ", rows.Neighbours(item.Row, Neighbours).Select(static n => string.Create(CultureInfo.InvariantCulture, $"row {n.Row} '{Legible.Of(n.Label, 30)}'")));
        if (near.Length > 0) console.WriteLine($"  nearest rows: {near}");
        var choices = string.Join("  ", rows.Labels.Take(MostChoices).Select(static (label, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {Legible.Of(label, 20)}")));
        console.WriteLine($"  k keep{(item.Better is null ? "" : "   c change to the better one")}   u unsure   b back   q quit   or another: {choices}");
    }
}
