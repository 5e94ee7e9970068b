using System.Text;
using Assays.Data;

namespace Assays.Engines.Sources;

/// <summary>Reads <c>table</c>, <c>schema.table</c> and names in double quotes, in which a dot is only a dot.</summary>
internal static class TableName
{
    /// <exception cref="InputException">It is no such name.</exception>
    public static (string? Schema, string Table) Parse(string text)
    {
        var parts = new List<string>();
        var at = 0;
        while (true)
        {
            parts.Add(Part(text, ref at));
            if (at == text.Length) break;
            if (text[at++] != '.') throw Unreadable(text);
        }

        return parts switch
        {
            _ when parts.Contains("") || text.Contains('\0', StringComparison.Ordinal) => throw Unreadable(text),
            [var table] => (null, table),
            [var schema, var table] => (schema, table),
            _ => throw Unreadable(text),
        };
    }

    private static string Part(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var end = text.IndexOf('.', at) is var dot and >= 0 ? dot : text.Length;
            var plain = text[at..end];
            at = end;
            return plain;
        }

        var name = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') name.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') name.Append(text[at++]);
            else break;
        }

        if (at >= text.Length) throw Unreadable(text);
        at++;
        return name.ToString();
    }

    private static InputException Unreadable(string text) =>
        new($"'{text}' is no name of a table; write table or schema.table, and a name that holds a dot or a quote as \"na.me\".");
}
