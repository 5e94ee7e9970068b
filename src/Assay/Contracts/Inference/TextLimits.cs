using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Contracts.Inference;

/// <summary>What texts must be: a known format, a closed list of values, a shape, or at least a length.</summary>
internal static partial class TextLimits
{
    private const int MostCategories = 200;
    private const int LeastCount = 5;
    private const int MostShapes = 6;
    private const int LeastRows = 30;

    private static readonly (SemanticType Semantic, string Format)[] Formats =
    [
        (SemanticType.Email, "email"), (SemanticType.Uuid, "uuid"), (SemanticType.Url, "uri"),
    ];

    public static ContractColumn Add(ContractColumn column, ColumnProfile profile, SampledColumn values, List<string> why)
    {
        var present = string.Create(CultureInfo.InvariantCulture, $"all {values.Present:#,0} values");
        if (TypeOf(profile.Type) is { } type && (type == "boolean" ? (ValueTest)KnownFormats.Boolean : KnownFormats.Find(type, null)) is { } test && All(values, test))
        {
            why.Add($"Type: {present} are of it.");
            column = column with { LogicalType = type };
            return type == "boolean" ? column with { Quality = [.. column.Quality, .. Categories(values)] } : column;
        }

        column = column with { LogicalType = "string" };
        if (values.Present < LeastRows) return column;
        if (Categories(values) is { Length: > 0 } list) return column with { Quality = [.. column.Quality, .. list] };

        foreach (var (semantic, format) in Formats)
        {
            if (profile.Semantic != semantic || !All(values, KnownFormats.Find("string", format)!)) continue;
            why.Add($"Format: {present} have it.");
            return column with { Options = column.Options with { Format = format } };
        }

        if (Shape(values) is { } pattern)
        {
            why.Add($"Pattern: {present} have one of its shapes.");
            return column with { Options = column.Options with { Pattern = pattern } };
        }

        var longest = values.Values.Max(static v => v.Length);
        why.Add(string.Create(CultureInfo.InvariantCulture, $"Length: the longest value had {longest} characters; twice as many are allowed."));
        return column with { Options = column.Options with { MaxLength = 2 * longest } };
    }

    private static string? TypeOf(ValueType type) => type switch
    {
        ValueType.Boolean => "boolean",
        ValueType.Date => "date",
        ValueType.Time => "time",
        ValueType.Timestamp => "timestamp",
        _ => null,
    };

    private static bool All(SampledColumn values, ValueTest test) => values.Values.All(test.Passes);

    /// <summary>
    /// The values as a closed list, where they come again and again. What is still unseen is about as frequent as what was seen seldom
    /// (Good, Biometrika 1953), so rare values loosen the limit.
    /// </summary>
    private static ImmutableArray<QualityRule> Categories(SampledColumn values)
    {
        var usual = ImmutableArray.CreateBuilder<string>();
        var rare = 0L;
        for (var i = 0; i < values.Values.Length; i++)
        {
            if (values.Counts[i] < LeastCount) rare += values.Counts[i];
            else if (usual.Count > MostCategories) return [];
            else usual.Add(values.Values[i]);
        }

        if (values.Present < 20L * usual.Count || rare > 0.01 * values.Present) return [];
        var allowed = rare == 0 ? 0 : Round.Up(100.0 * (3 * rare + 3) / values.Present);
        return
        [
            new(RuleKind.Library)
            {
                Metric = "invalidValues", Dimension = "conformity", InPercent = allowed > 0,
                Arguments = new() { ValidValues = [.. usual.Order(StringComparer.Ordinal)] },
                Expectation = allowed > 0 ? new(Operator.MustBeLessOrEqualTo, allowed) : new(Operator.MustBe, 0),
                Description = string.Create(CultureInfo.InvariantCulture, $"{values.Present - rare:#,0} rows held these {usual.Count} values again and again{(rare > 0 ? $", and {rare} others seldom ones" : "")}."),
            },
        ];
    }

    /// <summary>A regular expression for the shapes of all values, when there are few and none is an accident.</summary>
    private static string? Shape(SampledColumn values)
    {
        var shapes = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < values.Values.Length; i++)
        {
            if (values.Values[i].Length > 60) return null;
            var shape = Mask.Loose(values.Values[i]);
            shapes[shape] = shapes.GetValueOrDefault(shape) + values.Counts[i];
            if (shapes.Count > MostShapes) return null;
        }

        if (shapes.Values.Min() < Math.Max(5, 0.005 * values.Present)) return null;
        var lengths = shapes.Keys.ToDictionary(static s => s, static _ => new List<(int Least, int Most)>(), StringComparer.Ordinal);
        foreach (var value in values.Values) Measure(value, lengths[Mask.Loose(value)]);
        var pattern = $"^({string.Join('|', shapes.Keys.Order(StringComparer.Ordinal).Select(s => Pattern(s, lengths[s])))})$";
        return All(values, new PatternTest(pattern)) ? pattern : null;
    }

    private static void Measure(string value, List<(int Least, int Most)> runs)
    {
        var at = 0;
        foreach (var match in Run().EnumerateMatches(value))
        {
            if (at == runs.Count) runs.Add((match.Length, match.Length));
            runs[at] = (Math.Min(runs[at].Least, match.Length), Math.Max(runs[at].Most, match.Length));
            at++;
        }
    }

    // A run of one length everywhere is a part of the form; runs of several lengths may be shorter and longer yet.
    private static string Pattern(string shape, List<(int Least, int Most)> runs)
    {
        var pattern = new StringBuilder();
        var at = 0;
        foreach (var sign in shape)
        {
            var letters = sign switch { 'A' => "[A-Z]", 'a' => "[a-z]", '9' => "[0-9]", _ => null };
            if (letters is null) pattern.Append(Regex.Escape(sign.ToString()));
            else if (at >= runs.Count) return "[^\\s\\S]";
            else if (runs[at] is var (least, most))
            {
                pattern.Append(letters).Append(least == most ? string.Create(CultureInfo.InvariantCulture, $"{{{least}}}") : "+");
                at++;
            }
        }

        return pattern.ToString();
    }

    [GeneratedRegex("[A-Z]+|[a-z]+|[0-9]+")]
    private static partial Regex Run();
}
