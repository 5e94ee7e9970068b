using System.Globalization;
using Assays.Labels.Audit;
using Assays.Reports;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Asks about labels one by one. What to ask and when to stop is the session's; here are only words and keys.</summary>
/// <param name="save">Keeps the sheet after every answer, so that nothing is lost.</param>
internal sealed class AuditDialog(AuditSession session, IAnsiConsole console, Func<AuditSheet, Task> save)
{
    private const int MostColumns = 30;

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        Keys.Require(console, "Fill in the column 'verdict' of the sheet, and run 'assay labels audit result' on it.");
        while (!session.IsSettled && session.Next is { } at)
        {
            Show(at);
            switch (await Keys.ReadAsync(console, cancellationToken))
            {
                case 'r' or 'y': session.Answer(AuditVerdict.Right); break;
                case 'w' or 'n': session.Answer(AuditVerdict.Wrong); break;
                case 'u' or '?': session.Answer(AuditVerdict.Unsure); break;
                case 'b': session.Back(); break;
                case 'q' or '\0': Conclude(); return;
                default: continue;
            }

            await save(session.Sheet);
        }

        Conclude();
    }

    private void Show(int at)
    {
        var line = session.Sheet.Lines[at];
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{at + 1:N0} of {session.Sheet.Lines.Length:N0}, row {line.Row}"));
        for (var i = 0; i < Math.Min(MostColumns, line.Context.Length); i++)
        {
            console.WriteLine($"  {Legible.Of(session.Sheet.Columns[i], 30)}: {Legible.Of(line.Context[i])}");
        }

        console.WriteLine(line.Label.Length == 0 ? "  Is its label right?" : $"  Is the label '{Legible.Of(line.Label)}' right?");
        console.WriteLine("  r right   w wrong   u unsure   b back   q quit");
    }

    private void Conclude()
    {
        console.WriteLine();
        if (session.Result is { } result) AuditTerminal.Write(result, session.Terms, console);
        else console.WriteLine("No label was called right or wrong yet.");
    }
}
