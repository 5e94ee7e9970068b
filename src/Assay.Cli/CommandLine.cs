using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assays.Cli.Commands;
using Assays.Data;
using Assays.Engines;

namespace Assays.Cli;

/// <summary>Runs the command line and turns every ending into an exit status and at most one line of error.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0) return Complain($"{FirstLine(parsed.Errors[0].Message)} See '{Typed(parsed.CommandResult)} --help'.", ExitStatus.Unusable);

#pragma warning disable CA1031 // the last line of defence: the user gets one line, the log gets the trace
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (InputException error)
        {
            return Complain(error.Message, ExitStatus.Unusable);
        }
        catch (EngineException error)
        {
            return Complain(error.Message, ExitStatus.Failed);
        }
        catch (OperationCanceledException)
        {
            return Complain("Interrupted; nothing was written.", ExitStatus.Interrupted);
        }
        catch (Exception error)
        {
            return Complain($"Assay failed: {FirstLine(error.Message)} The details are in {Log(error)}.", ExitStatus.Failed);
        }
#pragma warning restore CA1031
    }

    public static RootCommand Root() => new("Push the button and understand the quality of your data.")
    {
        CheckCommand.Create(),
        CompareCommand.Create(),
        ProfileCommand.Create(),
        ProfileCommand.CreateMerge(),
        RepairCommand.Create(),
        ContractCommand.Create(),
        LabelsCommand.Create(),
    };

    private static int Complain(string message, int status)
    {
        System.Console.Error.WriteLine($"assay: {message}");
        return status;
    }

    private static string FirstLine(string message) => message.AsSpan().Trim().IndexOfAny('\r', '\n') is var end and > 0 ? message[..end] : message;

    /// <summary>A command as it is typed, with those above it.</summary>
    private static string Typed(SymbolResult? command) =>
        command is CommandResult { Command: not RootCommand } below ? $"{Typed(below.Parent)} {below.Command.Name}" : "assay";

    private static string Log(Exception error)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"assay-failure-{Environment.ProcessId}.log"));
        File.WriteAllText(path, error.ToString());
        return path;
    }
}
