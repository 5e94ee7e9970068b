using System.Text;
using System.Text.Json;
using Assays.Data;

namespace Assays.Contracts.Streaming;

/// <summary>
/// Reads JSON objects into the cells of known columns. Objects inside are columns named with dots, lists stay JSON text, null is missing, and
/// a number is the text that it is written as. Names that are no column are passed over.
/// </summary>
/// <param name="schema">The columns.</param>
public sealed class JsonRecord(Schema schema)
{
    private readonly byte[][] _names = [.. schema.Columns.Select(static c => Encoding.UTF8.GetBytes(c.Name))];
    private readonly string[] _texts = [.. schema.Columns.Select(static c => c.Name)];

    /// <summary>Reads an object.</summary>
    /// <param name="json">Stands at the object's beginning, and at its end after.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public void Read(ref Utf8JsonReader json, RowCells row)
    {
        ArgumentNullException.ThrowIfNull(row);
        row.Clear();
        var usual = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var column = Find(ref json, usual);
            var name = column < 0 ? json.GetString() : null;
            json.Read();
            if (json.TokenType == JsonTokenType.StartObject && (name ?? _texts[column]) is { } prefix) ReadNested(ref json, row, prefix);
            else if (column < 0) json.Skip();
            else Take(ref json, row, column);
            usual = column + 1;
        }
    }

    /// <summary>The column of a name. Records mostly have their names in one order, so the one behind the last is tried first.</summary>
    private int Find(ref Utf8JsonReader json, int usual)
    {
        if (usual < _names.Length && json.ValueTextEquals(_names[usual])) return usual;
        for (var i = 0; i < _names.Length; i++)
        {
            if (json.ValueTextEquals(_names[i])) return i;
        }

        return -1;
    }

    private void ReadNested(ref Utf8JsonReader json, RowCells row, string prefix)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = $"{prefix}.{json.GetString()}";
            json.Read();
            if (json.TokenType == JsonTokenType.StartObject) ReadNested(ref json, row, name);
            else if (Array.IndexOf(_texts, name) is var column and >= 0) Take(ref json, row, column);
            else json.Skip();
        }
    }

    private static void Take(ref Utf8JsonReader json, RowCells row, int column)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                row.Keep(column, json.CopyString(row.Room(json.ValueSpan.Length)));
                break;
            case JsonTokenType.StartArray:
                using (var list = JsonDocument.ParseValue(ref json)) row.Set(column, list.RootElement.GetRawText());
                break;
            default:
                row.Keep(column, Encoding.UTF8.GetChars(json.ValueSpan, row.Room(json.ValueSpan.Length)));
                break;
        }
    }
}
