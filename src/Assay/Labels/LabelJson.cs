using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Statistics;

namespace Assays.Labels;

/// <summary>How results about labels are written as JSON: a number that is none becomes null, an interval its two ends.</summary>
internal static class LabelJson
{
    public static async Task WriteAsync(Stream stream, Action<Utf8JsonWriter> write, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("schemaVersion", "1.0");
        write(json);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    public static void Number(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number)) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    public static void Interval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is not { } range || !double.IsFinite(range.Width))
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.Number("low", range.Low);
        json.Number("high", range.High);
        json.WriteEndObject();
    }

    /// <summary>A list of objects.</summary>
    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
