using System.CommandLine;
using System.CommandLine.Parsing;

namespace Assays.Cli.Commands;

/// <summary>Options that take one of an enumeration's names, written in lower case.</summary>
internal static class Choice
{
    private static string Names<T>() where T : struct, Enum => string.Join('|', Enum.GetNames<T>()).ToLowerInvariant();

    /// <summary>An option with a default.</summary>
    public static Option<T> Of<T>(string name, string description, T fallback) where T : struct, Enum => new(name)
    {
        Description = description,
        HelpName = Names<T>(),
        DefaultValueFactory = _ => fallback,
        CustomParser = argument => Read<T>(name, argument) ?? fallback,
    };

    /// <summary>An option that may be left out.</summary>
    public static Option<T?> Of<T>(string name, string description) where T : struct, Enum => new(name)
    {
        Description = description,
        HelpName = Names<T>(),
        CustomParser = argument => Read<T>(name, argument),
    };

    private static T? Read<T>(string name, ArgumentResult argument) where T : struct, Enum
    {
        var text = argument.Tokens[0].Value;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])) return value;
        argument.AddError($"{name} takes {Names<T>().Replace("|", ", ", StringComparison.Ordinal)}; '{text}' is none of them.");
        return null;
    }
}
