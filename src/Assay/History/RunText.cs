using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Data;

namespace Assays.History;

/// <summary>A run as a short JSON text, as stores keep it.</summary>
public static class RunText
{
    /// <summary>Raised in its first part when a program that read the last version could misread this one.</summary>
    public const string Version = "1.0";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Run run)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("assayRun", Version);
            json.WriteString("time", run.Time);
            json.WriteString("source", run.Source);
            json.WriteStartArray("metrics");
            foreach (var (name, value) in run.Metrics)
            {
                json.WriteStartArray();
                json.WriteStringValue(name.Column);
                json.WriteStringValue(name.Name);
                json.WriteNumberValue(value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <param name="text">What <see cref="Write"/> wrote.</param>
    /// <param name="name">Where it stands, for messages.</param>
    /// <exception cref="InputException">It is no run, or of a later version.</exception>
    public static Run Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.GetProperty("assayRun").GetString()?.Split('.')[0] != Version.Split('.')[0]) throw new InputException($"'{name}' is a run of another version; this Assay reads {Version}.");
            var metrics = ImmutableSortedDictionary.CreateBuilder<MetricName, double>();
            foreach (var metric in root.GetProperty("metrics").EnumerateArray())
            {
                if (metric[2].GetDouble() is var value && double.IsFinite(value)) metrics[new(metric[0].GetString() ?? "", metric[1].GetString() ?? "")] = value;
            }

            return new(root.GetProperty("time").GetDateTimeOffset(), root.GetProperty("source").GetString() ?? "", metrics.ToImmutable());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InputException($"'{name}' is damaged and cannot be read as a run of a history. Take it out of the history.", error);
        }
    }
}
