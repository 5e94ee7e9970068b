using Assays.Data;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Where people read what a command found: standard output, or standard error where a file named <c>-</c> takes standard output.</summary>
internal static class Screen
{
    /// <param name="files">The files that the command writes; null for those that nobody asked for.</param>
    /// <exception cref="InputException">More than one file is to go to standard output.</exception>
    public static IAnsiConsole Beside(params ReadOnlySpan<string?> files) => files.Count(ReportFile.StandardOutput) switch
    {
        0 => AnsiConsole.Console,
        1 => StageProgress.Errors(),
        _ => throw new InputException("Only one file can be -, which is standard output; name files for the others."),
    };
}
