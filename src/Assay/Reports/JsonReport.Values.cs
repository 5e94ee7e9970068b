using System.Text.Json;
using Assays.Data;

namespace Assays.Reports;

/// <content>How single values are written.</content>
public sealed partial class JsonReport
{
    /// <summary>A member of an enumeration as programs read it: <c>labelQuality</c>.</summary>
    internal static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        WriteNumberValue(json, value);
    }

    private static void WriteNumberValue(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(Significant.Round(value));
        else json.WriteNullValue();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<Column> columns)
    {
        json.WriteStartArray(name);
        foreach (var column in columns) json.WriteStringValue(column.Name);
        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case long or int: json.WriteNumberValue(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case double number: WriteNumberValue(json, number); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            default: json.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }
}
