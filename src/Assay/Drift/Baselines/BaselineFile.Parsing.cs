using System.Collections.Immutable;
using System.Text.Json;
using Assays.Data;
using Assays.Measures;
using Assays.Statistics;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Drift.Baselines;

/// <content>Reading, of files that anybody may have written.</content>
public static partial class BaselineFile
{
    private const int MostColumns = 100_000;

    /// <param name="text">The file's content.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="InputException">It is no baseline, or of a later version.</exception>
    public static Baseline Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("assayBaseline", out var version))
            {
                throw new InputException($"'{name}' is no baseline. 'assay profile SOURCE -o {name}' makes one.");
            }

            if (version.GetString()?.Split('.')[0] != Version.Split('.')[0]) throw new InputException($"'{name}' is a baseline of version {version}; this Assay reads {Version}. Make it again.");
            var rows = Count(root, "rows");
            var columns = root.GetProperty("columns").EnumerateArray().Take(MostColumns).Select((column, i) => Column(column, i, rows)).ToImmutableArray();
            return new(rows, Count(root, "weighed"), Math.Max(0, Finite(root.GetProperty("seen"))), columns)
            {
                Source = root.GetProperty("source").GetString() ?? name, Made = root.GetProperty("made").GetDateTimeOffset(),
                Files = root.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(File)] : [],
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InputException($"'{name}' is damaged and cannot be read as a baseline. Make it again.", error);
        }
    }

    private static FileMark File(JsonElement json) =>
        new(json.GetProperty("path").GetString() ?? "", Count(json, "bytes"), json.GetProperty("modified").GetDateTime().ToUniversalTime());

    private static ColumnBaseline Column(JsonElement json, int ordinal, long rows)
    {
        var values = json.TryGetProperty("values", out var v) ? Items(v) : FrequentItems.None;
        return new(json.GetProperty("name").GetString() ?? "", ordinal, Enum.Parse<ValueType>(json.GetProperty("type").GetString()!), Enum.Parse<ColumnRole>(json.GetProperty("role").GetString()!))
        {
            IsPersonal = Is(json, "personal"),
            Rows = CountOr(json, "rows", rows),
            Missing = Math.Min(CountOr(json, "rows", rows), CountOr(json, "missing", 0)),
            Blank = CountOr(json, "blank", 0),
            IsRunning = Is(json, "running"),
            Moments = json.TryGetProperty("moments", out var m)
                ? new(m[0].GetInt64(), Finite(m[1]), Finite(m[2]), Finite(m[3]), Finite(m[4])) : Moments.AdditiveIdentity,
            Numbers = json.TryGetProperty("numbers", out var numbers) ? Numbers(numbers, values) : null,
            Values = values,
            Masks = json.TryGetProperty("masks", out var masks) ? Items(masks) : FrequentItems.None,
            Distinct = json.TryGetProperty("distinct", out var distinct) ? DistinctSketch.OfBytes(distinct.GetBytesFromBase64()) : null,
            Span = json.TryGetProperty("span", out var span) ? (span[0].GetDateTime(), span[1].GetDateTime()) : null,
        };
    }

    private static QuantileSketch Numbers(JsonElement json, FrequentItems listed)
    {
        if (json.ValueKind == JsonValueKind.String) return NumbersOf(listed) is { Values.Count: > 0 } spelt ? spelt : throw new FormatException();
        var steps = (int)Math.Min(int.MaxValue, CountOr(json, "steps", 0));
        if (json.TryGetProperty("points", out var points) && points.GetArrayLength() == QuantileSketch.Capacity && Count(json, "count") is > 0 and var count)
        {
            return QuantileSketch.OfPoints([.. points.EnumerateArray().Select(Finite)], count, steps);
        }

        double[] values = [.. json.GetProperty("values").EnumerateArray().Select(Finite)];
        long[] counts = [.. json.GetProperty("counts").EnumerateArray().Select(Count)];
        return values.Length == counts.Length && values.Length > 0 && counts.Sum() > 0 ? new(WeightedValues.Of(values, counts), steps) : throw new FormatException();
    }

    private static FrequentItems Items(JsonElement json)
    {
        var items = json.GetProperty("items").EnumerateArray().Chunk(2).Select(static pair => KeyValuePair.Create(pair[0].GetString()!, Count(pair[1])));
        return FrequentItems.Of(items.DistinctBy(static i => i.Key), int.MaxValue) with { Floor = CountOr(json, "floor", 0), Total = Count(json, "total") };
    }

    private static bool Is(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    private static long CountOr(JsonElement json, string name, long otherwise) => json.TryGetProperty(name, out var value) ? Count(value) : otherwise;

    private static long Count(JsonElement json, string name) => Count(json.GetProperty(name));

    private static long Count(JsonElement json) => json.GetInt64() is >= 0 and < long.MaxValue / 4 and var count ? count : throw new FormatException();

    private static double Finite(JsonElement json) => json.GetDouble() is var number && double.IsFinite(number) ? number : throw new FormatException();
}
