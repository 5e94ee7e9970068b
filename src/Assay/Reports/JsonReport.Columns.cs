using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Assays.Profiling;

namespace Assays.Reports;

/// <content>The statistics of columns, and what holds between them.</content>
public sealed partial class JsonReport
{
    private static void WriteColumn(Utf8JsonWriter json, ColumnProfile column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Column.Name);
        json.WriteString("type", Word(column.Type));
        json.WriteString("semanticType", Word(column.Semantic));
        json.WriteString("semanticDetail", column.SemanticDetail);
        WriteNumber(json, "semanticShare", column.SemanticShare);
        json.WriteBoolean("personal", column.IsPersonal);
        json.WriteStartObject("statistics");
        json.WriteNumber("present", column.Present);
        json.WriteNumber("missing", column.Missing);
        WriteNumber(json, "missingShare", column.MissingShare);
        json.WriteNumber("distinct", column.Distinct.Value);
        json.WriteString("distinctBasis", Word(column.Distinct.Basis));
        WriteTypeShares(json, column.TypeShares);
        WriteDisguised(json, column.Disguised);
        WriteCounts(json, "topValues", column.TopValues);
        WriteCounts(json, "masks", column.Masks);
        if (column.Lengths is { } lengths) WriteLengths(json, lengths);
        if (column.Numeric is { } numeric) WriteNumeric(json, numeric);
        if (column.Temporal is { } temporal) WriteTemporal(json, temporal);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTypeShares(Utf8JsonWriter json, ImmutableArray<TypeShare> shares)
    {
        json.WriteStartArray("types");
        foreach (var (type, share) in shares)
        {
            json.WriteStartObject();
            json.WriteString("type", Word(type));
            WriteNumber(json, "share", share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDisguised(Utf8JsonWriter json, ImmutableArray<DisguisedMissing> values)
    {
        json.WriteStartArray("disguisedMissing");
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Value);
            json.WriteNumber("count", value.Count);
            WriteNumber(json, "confidence", value.Confidence);
            json.WriteString("reason", value.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, ImmutableArray<ValueCount> counts)
    {
        json.WriteStartArray(name);
        foreach (var (value, count) in counts)
        {
            json.WriteStartObject();
            json.WriteString("value", value);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLengths(Utf8JsonWriter json, LengthProfile lengths)
    {
        json.WriteStartObject("lengths");
        json.WriteNumber("min", lengths.Min);
        json.WriteNumber("max", lengths.Max);
        WriteNumber(json, "mean", lengths.Mean);
        json.WriteNumber("median", lengths.Median);
        json.WriteEndObject();
    }

    private static void WriteNumeric(Utf8JsonWriter json, NumericProfile numeric)
    {
        json.WriteStartObject("numeric");
        json.WriteString("basis", Word(numeric.Basis));
        WriteNumber(json, "min", numeric.Min);
        WriteNumber(json, "max", numeric.Max);
        WriteNumber(json, "mean", numeric.Mean);
        WriteNumber(json, "deviation", numeric.Deviation);
        WriteNumber(json, "skewness", numeric.Skewness);
        WriteNumber(json, "zeroShare", numeric.ZeroShare);
        WriteNumber(json, "negativeShare", numeric.NegativeShare);
        json.WriteStartArray("quantiles");
        foreach (var (probability, value) in numeric.Quantiles)
        {
            json.WriteStartObject();
            WriteNumber(json, "probability", probability);
            WriteNumber(json, "value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("histogram");
        foreach (var (low, high, count) in numeric.Histogram)
        {
            json.WriteStartObject();
            WriteNumber(json, "low", low);
            WriteNumber(json, "high", high);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTemporal(Utf8JsonWriter json, TemporalProfile temporal)
    {
        json.WriteStartObject("temporal");
        json.WriteString("min", temporal.Min.ToString("s", CultureInfo.InvariantCulture));
        json.WriteString("max", temporal.Max.ToString("s", CultureInfo.InvariantCulture));
        WriteCounts(json, "formats", temporal.Formats);
        if (temporal.Step is { } step) WriteNumber(json, "stepInSeconds", step.TotalSeconds);
        WriteNumber(json, "regularity", temporal.Regularity);
        json.WriteBoolean("sorted", temporal.IsSorted);
        json.WriteEndObject();
    }
}
