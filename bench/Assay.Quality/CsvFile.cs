using System.Text;

namespace Assays.Quality;

/// <summary>A plain reader of RFC 4180 files, so that truth is read apart from the engine under test.</summary>
internal static class CsvFile
{
    public static List<string[]> Read(string path)
    {
        var text = File.ReadAllText(path, new UTF8Encoding(false));
        var records = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append('"');
                    i++;
                    break;
                case '"' when quoted:
                    quoted = false;
                    break;
                case '"' when field.Length == 0:
                    quoted = true;
                    break;
                case ',' when !quoted:
                    Close(field, fields);
                    break;
                case '\n' when !quoted:
                    if (field.Length > 0 && field[^1] == '\r') field.Length--;
                    Close(field, fields);
                    records.Add([.. fields]);
                    fields.Clear();
                    break;
                default:
                    field.Append(c);
                    break;
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            Close(field, fields);
            records.Add([.. fields]);
        }

        return records;
    }

    public static string Field(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static void Close(StringBuilder field, List<string> fields)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
