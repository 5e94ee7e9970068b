using System.Text;
using Assays.Data;

namespace Assays.Sql.Dialects;

/// <summary>Regular expressions in RE2's syntax, as contracts have them, said in PostgreSQL's (advanced regular expressions, manual 9.7.3).</summary>
internal static class PostgresPattern
{
    private const int MostRepeats = 255;

    /// <exception cref="InputException">PostgreSQL has no like of a part of the pattern.</exception>
    public static string Of(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var inBrackets = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\' when i + 1 < pattern.Length: text.Append(Escape(pattern, pattern[++i], inBrackets)); break;
                case '[' when !inBrackets:
                    inBrackets = true;
                    text.Append('[');
                    // A bracket right behind the opening one, or behind its circumflex, is a character of the list.
                    if (Next(pattern, i) == '^') text.Append(pattern[++i]);
                    if (Next(pattern, i) == ']') text.Append(pattern[++i]);
                    break;
                case '[' when Next(pattern, i) == ':': i = Class(pattern, i, text); break;
                case ']' when inBrackets: inBrackets = false; text.Append(']'); break;
                // A dot is no line break in RE2, and any character in PostgreSQL.
                case '.' when !inBrackets: text.Append("[^\\n]"); break;
                case '(' when !inBrackets && Next(pattern, i) == '?' && Next(pattern, i + 1) != ':': throw Refusal(pattern, "a group with a name or a flag");
                case '{' when !inBrackets && Repeats(pattern, i) > MostRepeats: throw Refusal(pattern, $"more than {MostRepeats} repeats");
                default: text.Append(pattern[i]); break;
            }
        }

        return text.ToString();
    }

    private static string Escape(string pattern, char letter, bool inBrackets) => letter switch
    {
        'b' when !inBrackets => "\\y",
        'B' when !inBrackets => "\\Y",
        'z' when !inBrackets => "\\Z",
        'A' or 'd' or 's' or 'w' or 't' or 'n' or 'r' or 'f' or 'v' => $"\\{letter}",
        'D' or 'S' or 'W' when !inBrackets => $"\\{letter}",
        _ when !char.IsAsciiLetterOrDigit(letter) => $"\\{letter}",
        _ => throw Refusal(pattern, $"\\{letter}"),
    };

    private static int Class(string pattern, int at, StringBuilder text)
    {
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        if (end < 0) throw Refusal(pattern, "an open class");
        text.Append(pattern, at, end + 2 - at);
        return end + 1;
    }

    private static int Repeats(string pattern, int at)
    {
        var most = 0;
        for (var i = at + 1; i < pattern.Length && pattern[i] != '}'; i++)
        {
            var digits = 0;
            for (; i < pattern.Length && char.IsAsciiDigit(pattern[i]); i++) digits = Math.Min(1_000_000, (10 * digits) + pattern[i] - '0');
            most = Math.Max(most, digits);
            if (i >= pattern.Length || pattern[i] == '}') break;
        }

        return most;
    }

    private static char Next(string pattern, int at) => at + 1 < pattern.Length ? pattern[at + 1] : '\0';

    private static InputException Refusal(string pattern, string part) => new($"PostgreSQL cannot judge the pattern '{pattern}': it has no like of {part}.");
}
