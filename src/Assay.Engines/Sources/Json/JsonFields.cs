using System.Globalization;
using System.Text.Json;
using Assays.Data;

namespace Assays.Engines.Sources.Json;

/// <summary>Lays records out flat and gathers the columns that they have, in the order in which they first appear.</summary>
internal sealed class JsonFields
{
    private const int MaxColumns = 10_000;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Fills a row with the record's values by column; what the record lacks is missing.</summary>
    public void Flatten(JsonElement record, List<string?> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            row[i] = null;
        }

        switch (record.ValueKind)
        {
            case JsonValueKind.Object:
                Add("", record, row);
                break;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in record.EnumerateArray())
                {
                    Add(string.Create(CultureInfo.InvariantCulture, $"col{++at}"), item, row);
                }

                break;
            default:
                Add("value", record, row);
                break;
        }
    }

    private void Add(string path, JsonElement value, List<string?> row)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                var name = Text(property);
                Add(path.Length == 0 ? name : $"{path}.{name}", property.Value, row);
            }

            return;
        }

        if (!_index.TryGetValue(path, out var column))
        {
            if (_names.Count == MaxColumns) throw new InputException($"The records have more than {MaxColumns:N0} different fields; names seem to be data here.");
            _index[path] = column = _names.Count;
            _names.Add(path);
        }

        while (row.Count <= column) row.Add(null);
        row[column] = value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => Text(value),
            _ => value.GetRawText(),
        };
    }

    /// <summary>The text; an escape that is half of a character leaves the spelling of the file.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    private static string Text(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
