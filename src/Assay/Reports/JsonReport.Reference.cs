using System.Collections.Immutable;
using System.Text.Json;
using Assays.Findings;

namespace Assays.Reports;

/// <content>What a comparison with a reference came to.</content>
public sealed partial class JsonReport
{
    private static void WriteReference(Utf8JsonWriter json, ReferenceVerdict reference)
    {
        json.WriteStartObject("reference");
        json.WriteString("name", reference.Reference);
        json.WriteNumber("rows", reference.ReferenceRows);
        json.WriteString("verdict", Word(reference.Verdict));
        json.WriteStartArray("reasons");
        foreach (var reason in reference.Reasons) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in reference.Columns) WriteCompared(json, column);
        json.WriteEndArray();
        if (reference.Parts is { } parts) WriteParts(json, parts);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, Breakdown breakdown)
    {
        json.WriteStartObject("parts");
        json.WriteString("by", breakdown.By.Name);
        json.WriteString("kind", breakdown.Period is null ? "group" : "time");
        if (breakdown.Period is { } period) json.WriteString("period", period);
        json.WriteStartArray("changes");
        foreach (var change in breakdown.Changes) json.WriteStringValue(change);
        json.WriteEndArray();
        json.WriteStartArray("parts");
        foreach (var part in breakdown.Parts)
        {
            json.WriteStartObject();
            json.WriteString("name", part.Name);
            json.WriteNumber("rows", part.Rows);
            json.WriteNumber("referenceRows", part.ReferenceRows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in breakdown.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Column.Name);
            json.WriteBoolean("seasonal", column.IsSeasonal);
            WriteFigures(json, "effects", column.Effects);
            WriteFigures(json, "missingShares", column.MissingShares);
            WriteFigures(json, "means", column.Means);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // One for each part; null where a part has no such figure.
    private static void WriteFigures(Utf8JsonWriter json, string name, ImmutableArray<double> figures)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            if (double.IsFinite(figure)) json.WriteNumberValue(Significant.Round(figure));
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void WriteCompared(Utf8JsonWriter json, ComparedColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Column.Name);
        json.WriteString("formerName", column.FormerName);
        WriteNumber(json, "missingShare", column.MissingShare);
        WriteNumber(json, "formerMissingShare", column.FormerMissingShare);
        if (column.Silence is { } silence)
        {
            json.WriteString("notCompared", silence);
        }
        else
        {
            json.WriteString("measure", column.Measure);
            WriteNumber(json, "effect", column.Effect);
            WriteNumber(json, "normedDistance", column.NormedDistance);
            WriteNumber(json, "pValue", column.PValue);
            WriteNumber(json, "qValue", column.QValue);
            WriteNumber(json, "detectable", column.Detectable);
        }

        json.WriteEndObject();
    }
}
