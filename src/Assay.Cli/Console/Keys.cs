using Assays.Data;
using Spectre.Console;

namespace Assays.Cli.Console;

/// <summary>Reads single keys from a person.</summary>
internal static class Keys
{
    /// <summary>The next key, in lower case; <c>\0</c> when there is no more.</summary>
    public static async Task<char> ReadAsync(IAnsiConsole console, CancellationToken cancellationToken) =>
        await console.Input.ReadKeyAsync(intercept: true, cancellationToken) is { } key
            ? key.Key switch { ConsoleKey.Escape => 'q', ConsoleKey.Backspace or ConsoleKey.LeftArrow => 'b', _ => char.ToLowerInvariant(key.KeyChar) }
            : '\0';

    /// <exception cref="InputException">Nobody sits at the console.</exception>
    public static void Require(IAnsiConsole console, string instead)
    {
        if (!console.Profile.Capabilities.Interactive) throw new InputException($"This asks for keys and needs a terminal. {instead}");
    }
}
