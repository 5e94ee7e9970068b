using System.Text.Json;
using Assays.History;

namespace Assays.Reports;

/// <content>How the table's figures went over earlier runs.</content>
public sealed partial class JsonReport
{
    private static void WriteHistory(Utf8JsonWriter json, RunHistory history)
    {
        json.WriteStartObject("history");
        json.WriteStartArray("runs");
        foreach (var run in history.Runs)
        {
            json.WriteStartObject();
            json.WriteString("time", run.Time);
            json.WriteString("source", run.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("metrics");
        foreach (var course in history.Courses)
        {
            json.WriteStartObject();
            if (course.Name.Column.Length > 0) json.WriteString("column", course.Name.Column);
            json.WriteString("name", course.Name.Name);
            WriteFigures(json, "values", course.Values);
            json.WriteStartArray("unusual");
            foreach (var place in course.Unusual) json.WriteNumberValue(place);
            json.WriteEndArray();
            if (course.Expected is var (low, high))
            {
                WriteNumber(json, "expectedLow", low);
                WriteNumber(json, "expectedHigh", high);
            }

            json.WriteBoolean("unusualNow", course.IsUnusualNow);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
