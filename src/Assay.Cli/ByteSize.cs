using System.CommandLine.Parsing;
using System.Globalization;

namespace Assays.Cli;

/// <summary>Reads sizes as people write them: <c>600MB</c>, <c>2GB</c>, <c>1GiB</c>, <c>500000000</c>.</summary>
internal static class ByteSize
{
    private static readonly (string Suffix, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000),
        ("K", 1_000), ("M", 1_000_000), ("G", 1_000_000_000), ("B", 1), ("", 1),
    ];

    /// <summary>For options: reads the only token, or adds an error that says how to write it.</summary>
    public static long Parse(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (TryParse(text, out var bytes)) return bytes;
        argument.AddError($"'{text}' is not a size. Write for example 600MB or 2GB.");
        return 0;
    }

    public static bool TryParse(string text, out long bytes)
    {
        var (suffix, unit) = Units.First(u => text.EndsWith(u.Suffix, StringComparison.OrdinalIgnoreCase));
        var read = double.TryParse(text.AsSpan(0, text.Length - suffix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        bytes = read && number > 0 && number * unit < long.MaxValue ? (long)(number * unit) : 0;
        return bytes > 0;
    }
}
