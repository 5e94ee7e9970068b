using System.Text.Json;
using Assays.Profiling;

namespace Assays.Reports;

/// <content>What holds between columns.</content>
public sealed partial class JsonReport
{
    private static void WriteRelations(Utf8JsonWriter json, Relations relations)
    {
        json.WriteStartObject("relations");
        WriteAll(json, "keys", relations.Keys, static (json, key) =>
        {
            WriteNames(json, "columns", key.Columns);
            WriteNumber(json, "uniqueShare", key.UniqueShare);
        });
        WriteAll(json, "dependencies", relations.Dependencies, static (json, dependency) =>
        {
            WriteNames(json, "determinants", dependency.Determinants);
            json.WriteString("dependent", dependency.Dependent.Name);
            WriteNumber(json, "confidence", dependency.Confidence);
            WriteNumber(json, "chance", dependency.Chance);
            json.WriteNumber("groups", dependency.Groups);
            json.WriteNumber("violations", dependency.Violations);
        });
        WriteAll(json, "associations", relations.Associations, static (json, association) =>
        {
            json.WriteString("left", association.Left.Name);
            json.WriteString("right", association.Right.Name);
            json.WriteString("measure", association.Measure);
            WriteNumber(json, "strength", association.Strength);
        });
        WriteAll(json, "arithmetic", relations.Arithmetic, static (json, arithmetic) =>
        {
            json.WriteString("result", arithmetic.Result.Name);
            WriteNames(json, "terms", arithmetic.Terms);
            json.WriteString("operation", arithmetic.IsProduct ? "product" : "sum");
            WriteNumber(json, "share", arithmetic.Share);
            WriteNumber(json, "tolerance", arithmetic.Tolerance);
        });
        WriteAll(json, "orders", relations.Orders, static (json, order) =>
        {
            json.WriteString("low", order.Low.Name);
            json.WriteString("high", order.High.Name);
            WriteNumber(json, "share", order.Share);
        });
        WriteAll(json, "missingTogether", relations.MissingTogether, static (json, together) =>
        {
            WriteNames(json, "columns", together.Columns);
            WriteNumber(json, "share", together.Share);
            json.WriteNumber("rows", together.Rows);
        });
        json.WriteEndObject();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
