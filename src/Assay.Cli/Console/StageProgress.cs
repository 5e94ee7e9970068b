using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Tells a person at a terminal what a long assessment is doing; silent where nobody watches.</summary>
internal static class StageProgress
{
    /// <param name="errors">The console of standard error, so that standard output stays for results.</param>
    public static async Task<T> ShowAsync<T>(IAnsiConsole errors, bool quiet, Func<IProgress<string>?, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(work);
        if (quiet || !errors.Profile.Capabilities.Interactive || !errors.Profile.Out.IsTerminal) return await work(null);
        return await errors.Status().StartAsync("Starting", status => work(new Stages(status)));
    }

    /// <summary>The console of standard error.</summary>
    public static IAnsiConsole Errors() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });

    private sealed class Stages(StatusContext status) : IProgress<string>
    {
        public void Report(string value) => status.Status(Markup.Escape(value switch
        {
            "open" => "Opening the source",
            "sample" => "Reading rows",
            "profile" => "Measuring every column",
            "check" => "Looking for trouble",
            "locate" => "Finding the rows",
            "grade" => "Grading",
            "excerpt" => "Collecting rows to show",
            "explain" => "Putting it into words",
            _ => value,
        }));
    }
}
