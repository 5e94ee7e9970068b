using System.Text.Json;
using Assays.Data;

namespace Assays.Engines.Sources.Json;

/// <summary>Finds the records inside one JSON document.</summary>
internal static class JsonTables
{
    private const int Depth = 3;

    /// <summary>The longest array of objects, up to three levels deep; the document itself when it has none.</summary>
    public static JsonElement Main(JsonElement document)
    {
        if (document.ValueKind == JsonValueKind.Array) return document;
        var (best, length) = (document, 0);
        Search(document, Depth);
        return best;

        void Search(JsonElement at, int depth)
        {
            if (at.ValueKind != JsonValueKind.Object || depth == 0) return;
            foreach (var property in at.EnumerateObject())
            {
                var value = property.Value;
                if (value.ValueKind == JsonValueKind.Array)
                {
                    var objects = value.EnumerateArray().Count(static e => e.ValueKind == JsonValueKind.Object);
                    if (objects > length && objects == value.GetArrayLength()) (best, length) = (value, objects);
                }
                else
                {
                    Search(value, depth - 1);
                }
            }
        }
    }

    /// <summary>The member that a path of names joined by dots leads to.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static JsonElement At(JsonElement document, string path, string file)
    {
        var at = document;
        foreach (var name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                throw new InputException($"'{file}' has no member '{path}'.");
            }
        }

        return at;
    }
}
