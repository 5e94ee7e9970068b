using Assays.Data;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Asks a person for the password of a server, which so stands in no list of processes and no history of a shell.</summary>
internal static class PasswordPrompt
{
    /// <exception cref="InputException">The source is no server, or nobody can be asked.</exception>
    public static Source Ask(Source source)
    {
        if (source is not Source.Server server) throw new InputException($"--password is for tables on a server; {source.Name} needs none.");
        if (System.Console.IsInputRedirected) throw new InputException("--password asks on a terminal, and there is none; give the password by PGPASSWORD, ~/.pgpass or CLICKHOUSE_PASSWORD.");
        var question = new TextPrompt<string>($"Password for {Markup.Escape(server.Name)}:") { AllowEmpty = true };
        return server with { Password = StageProgress.Errors().Prompt(question.Secret(mask: null)) };
    }
}
