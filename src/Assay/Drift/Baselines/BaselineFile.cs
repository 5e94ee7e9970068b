using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Drift.Baselines;

/// <summary>Writes a baseline as a small JSON file. <see cref="Parse"/> reads it back.</summary>
public static partial class BaselineFile
{
    /// <summary>What such a file's name ends with.</summary>
    public const string Extension = ".assay.json";

    /// <summary>Raised in its first part when a program that read the last version could misread this one.</summary>
    public const string Version = "2.1";

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
        if (!baseline.Files.IsEmpty) Write(json, baseline.Files);
        json.WriteStartArray("columns");
        foreach (var column in baseline.Columns) Write(json, column, baseline.Rows);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<FileMark> files)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("modified", file.Modified);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // What is zero, no or the same as of the table is left out.
    private static void Write(Utf8JsonWriter json, ColumnBaseline column, long rows)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type.ToString());
        json.WriteString("role", column.Role.ToString());
        if (column.IsPersonal) json.WriteBoolean("personal", true);
        if (column.Rows != rows) json.WriteNumber("rows", column.Rows);
        if (column.Missing > 0) json.WriteNumber("missing", column.Missing);
        if (column.Blank > 0) json.WriteNumber("blank", column.Blank);
        if (column.IsRunning) json.WriteBoolean("running", true);
        if (column.Moments.Count > 0)
        {
            json.WriteStartArray("moments");
            json.WriteNumberValue(column.Moments.Count);
            foreach (var figure in (ReadOnlySpan<double>)[column.Moments.Mean, column.Moments.Squares, column.Moments.Low, column.Moments.High]) json.WriteNumberValue(figure);
            json.WriteEndArray();
        }

        if (column.Numbers is { } numbers) Write(json, numbers.Compact(), column);
        if (column.Values.Total > 0) Write(json, "values", column.Values);
        if (column.Masks.Total > 0) Write(json, "masks", column.Masks);
        if (column.Distinct is { } distinct) json.WriteBase64String("distinct", distinct.ToBytes());
        if (column.Span is { } span)
        {
            json.WriteStartArray("span");
            json.WriteStringValue(span.First);
            json.WriteStringValue(span.Last);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Three ways, the shortest that loses nothing: by the texts of the values, by points of equal weight, by numbers and their counts.
    private static void Write(Utf8JsonWriter json, QuantileSketch numbers, ColumnBaseline column)
    {
        if (column.HoldsNumbers && NumbersOf(column.Values) is { } same && AreSame(same, numbers))
        {
            json.WriteString("numbers", "values");
            return;
        }

        json.WriteStartObject("numbers");
        if (numbers.Steps > 0) json.WriteNumber("steps", numbers.Steps);
        if (numbers.Points() is var points && AreSame(QuantileSketch.OfPoints(points, numbers.Values.Count, numbers.Steps), numbers))
        {
            json.WriteNumber("count", numbers.Values.Count);
            Write(json, "points", Rounded(points));
        }
        else
        {
            Write(json, "values", numbers.Values.Values.ToArray());
            Write(json, "counts", [.. numbers.Values.Counts().Select(static n => (double)n)]);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static bool AreSame(QuantileSketch left, QuantileSketch right) =>
        left.Steps == right.Steps && left.Values.Values.SequenceEqual(right.Values.Values) && left.Values.Counts().AsSpan().SequenceEqual(right.Values.Counts());

    /// <summary>The numbers that listed values spell; none when the list is not whole.</summary>
    private static QuantileSketch? NumbersOf(FrequentItems values) => !values.IsComplete || values.Total == 0 ? null
        : new(WeightedValues.Of([.. values.Items.Select(static i => SampledColumn.NumberOf(i.Key))], [.. values.Items.Select(static i => i.Value)]), 0);

    // A point that stands alone is one of its share of the numbers, any other would do; one that stands for several shares is a number that comes back.
    private static double[] Rounded(double[] points) =>
    [
        .. points.Select((x, i) => (i > 0 && points[i - 1] == x) || (i + 1 < points.Length && points[i + 1] == x) ? x
            : double.Parse(x.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
    ];

    private static void Write(Utf8JsonWriter json, string name, FrequentItems items)
    {
        json.WriteStartObject(name);
        json.WriteNumber("total", items.Total);
        if (items.Floor > 0) json.WriteNumber("floor", items.Floor);
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
