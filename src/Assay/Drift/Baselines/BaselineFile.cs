using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Statistics;

namespace Assays.Drift.Baselines;

/// <summary>Writes a baseline as a small JSON file. <see cref="Parse"/> reads it back.</summary>
public static partial class BaselineFile
{
    /// <summary>What such a file's name ends with.</summary>
    public const string Extension = ".assay.json";

    /// <summary>Raised in its first part when a program that read the last version could misread this one.</summary>
    public const string Version = "1.0";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a baseline that was made small.</summary>
    public static void Write(Baseline baseline, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("assayBaseline", Version);
        json.WriteString("source", baseline.Source);
        json.WriteString("made", baseline.Made);
        json.WriteNumber("rows", baseline.Rows);
        json.WriteNumber("weighed", baseline.Weighed);
        json.WriteNumber("seen", baseline.Seen);
        json.WriteStartArray("columns");
        foreach (var column in baseline.Columns) Write(json, column);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ColumnBaseline column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type.ToString());
        json.WriteString("role", column.Role.ToString());
        json.WriteBoolean("personal", column.IsPersonal);
        json.WriteNumber("rows", column.Rows);
        json.WriteNumber("missing", column.Missing);
        json.WriteNumber("blank", column.Blank);
        json.WriteBoolean("running", column.IsRunning);
        if (column.Moments.Count > 0)
        {
            json.WriteStartArray("moments");
            json.WriteNumberValue(column.Moments.Count);
            foreach (var figure in (ReadOnlySpan<double>)[column.Moments.Mean, column.Moments.Squares, column.Moments.Low, column.Moments.High]) json.WriteNumberValue(figure);
            json.WriteEndArray();
        }

        if (column.Numbers is { } numbers) Write(json, numbers);
        if (column.Values.Total > 0) Write(json, "values", column.Values);
        if (column.Masks.Total > 0) Write(json, "masks", column.Masks);
        if (column.Distinct is { } distinct) json.WriteBase64String("distinct", MemoryMarshal.AsBytes(distinct.Smallest.AsSpan()));
        if (column.Span is { } span)
        {
            json.WriteStartArray("span");
            json.WriteStringValue(span.First);
            json.WriteStringValue(span.Last);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, QuantileSketch numbers)
    {
        json.WriteStartObject("numbers");
        json.WriteNumber("steps", numbers.Steps);
        json.WriteStartArray("values");
        foreach (var value in numbers.Values.Values) json.WriteNumberValue(value);
        json.WriteEndArray();
        json.WriteStartArray("counts");
        foreach (var count in numbers.Values.Counts()) json.WriteNumberValue(count);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, FrequentItems items)
    {
        json.WriteStartObject(name);
        json.WriteNumber("total", items.Total);
        json.WriteNumber("floor", items.Floor);
        json.WriteStartArray("items");
        foreach (var (value, count) in items.Items)
        {
            json.WriteStringValue(value);
            json.WriteNumberValue(count);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
