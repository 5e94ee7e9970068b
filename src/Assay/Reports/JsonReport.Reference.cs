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
        json.WriteEndObject();
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
