using System.Text;
using System.Text.RegularExpressions;

namespace Assays.Contracts.Clauses;

/// <summary>The tests behind the formats that contracts name.</summary>
internal static class KnownFormats
{
    private const string Date = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private const string Time = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?";

    public static SetTest Boolean { get; } = new(["true", "false", "True", "False", "TRUE", "FALSE", "t", "f", "T", "F", "yes", "no", "Yes", "No", "YES", "NO", "y", "n", "Y", "N", "1", "0"]);

    /// <summary>The range of an integer format such as <c>u8</c> or <c>i32</c>; none for other formats and for 128 bits, where doubles see no bounds.</summary>
    public static RangeTest? Bits(string? format) => format switch
    {
        "i8" => new(sbyte.MinValue, sbyte.MaxValue),
        "i16" => new(short.MinValue, short.MaxValue),
        "i32" => new(int.MinValue, int.MaxValue),
        "i64" => new(long.MinValue, long.MaxValue),
        "u8" => new(0, byte.MaxValue),
        "u16" => new(0, ushort.MaxValue),
        "u32" => new(0, uint.MaxValue),
        "u64" => new(0, ulong.MaxValue),
        "u128" => new(0, null),
        _ => null,
    };

    /// <summary>The test of a format.</summary>
    /// <param name="type">The logical type of the column.</param>
    /// <param name="format">Its format, when it has one.</param>
    /// <returns>None for types and formats without a form of their own.</returns>
    public static PatternTest? Find(string? type, string? format) => (type, format) switch
    {
        ("date", null) => new($"^{Date}$", "a date such as 2024-12-31"),
        ("time", null) => new($"^{Time}$", "a time such as 23:59"),
        ("timestamp", null) => new($"^{Date}([T ]{Time}(Z|[+-][0-9]{{2}}:?([0-9]{{2}})?)?)?$", "a point in time such as 2024-12-31T23:59:00Z"),
        ("date" or "time" or "timestamp", { } letters) => new($"^{FromLetters(letters)}$", $"written as {letters}"),
        (_, "email") => new("^[^@\\s]+@[^@\\s.]+([.][^@\\s.]+)+$", "an e-mail address"),
        (_, "uuid") => new("^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$", "a UUID"),
        (_, "uri" or "url") => new("^[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s]+$", "a URI"),
        (_, "ipv4") => new("^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])[.]){3}(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])$", "an IPv4 address"),
        (_, "ipv6") => new("^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$", "an IPv6 address"),
        (_, "hostname") => new("^[a-zA-Z0-9]([a-zA-Z0-9-]{0,62})([.][a-zA-Z0-9]([a-zA-Z0-9-]{0,62}))*$", "a host name"),
        _ => null,
    };

    /// <summary>A regular expression for the letters of Java's DateTimeFormatter: yyyy, MM, M, dd, HH, mm, ss, SSS, MMM, a, text in quotes.</summary>
    private static string FromLetters(string letters)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < letters.Length;)
        {
            var run = 1;
            while (i + run < letters.Length && letters[i + run] == letters[i]) run++;
            if (letters[i] == '\'')
            {
                var end = letters.IndexOf('\'', i + 1);
                if (end < 0) end = letters.Length;
                pattern.Append(Regex.Escape(letters[(i + 1)..end]));
                i = Math.Min(letters.Length, end + 1);
                continue;
            }

            pattern.Append((letters[i], run) switch
            {
                ('y' or 'u', 2) => "[0-9]{2}",
                ('y' or 'u', _) => "[0-9]{4}",
                ('M', >= 3) => "[A-Za-z]+",
                ('M', 2) => "(0[1-9]|1[0-2])",
                ('M', _) => "(1[0-2]|0?[1-9])",
                ('d', 2) => "(0[1-9]|[12][0-9]|3[01])",
                ('d', _) => "([12][0-9]|3[01]|0?[1-9])",
                ('H' or 'h', 2) => "[0-2][0-9]",
                ('H' or 'h', _) => "[0-2]?[0-9]",
                ('m' or 's', _) => "[0-5][0-9]",
                ('S', _) => $"[0-9]{{{run}}}",
                ('a', _) => "([AaPp][Mm])",
                ('E', _) => "[A-Za-z]+",
                ('X' or 'x' or 'Z', _) => "(Z|[+-][0-9]{2}:?([0-9]{2})?)",
                var (letter, _) => Regex.Escape(new string(letter, run)),
            });
            i += run;
        }

        return pattern.ToString();
    }
}
