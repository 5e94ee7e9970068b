using System.Globalization;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Profiling;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Contracts.Inference;

/// <summary>What texts must be: a known format, a closed list of values, a shape, or at least no blanks and a length.</summary>
internal static class TextLimits
{
    private const int LeastRows = 30;

    /// <summary>The probability that one of as many other texts is longer than allowed.</summary>
    private const double Risk = 0.002;

    /// <summary>A sign that is no space, in words that regular expressions of all engines read alike.</summary>
    private const string Visible = "[^ \\t\\r\\n]";

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
            return type == "boolean" ? column with { Quality = [.. column.Quality, .. CategoryLimits.Suggest(values)] } : column;
        }

        column = column with { LogicalType = "string" };
        if (values.Present < LeastRows) return column;
        if (CategoryLimits.Suggest(values) is { Length: > 0 } list)
        {
            column = column with { Quality = [.. column.Quality, .. list] };
            return list[0].InPercent ? NotBlank(column, values, why) : column;
        }

        foreach (var (semantic, format) in Formats)
        {
            if (profile.Semantic != semantic || !All(values, KnownFormats.Find("string", format)!)) continue;
            why.Add($"Format: {present} have it.");
            return column with { Options = column.Options with { Format = format } };
        }

        if (ShapeLimits.Suggest(values) is { } pattern)
        {
            why.Add($"Pattern: {present} have one of its shapes.");
            return column with { Options = column.Options with { Pattern = pattern } };
        }

        column = NotBlank(column, values, why);
        return column with { Options = column.Options with { MaxLength = Longest(values, why) } };
    }

    private static ContractColumn NotBlank(ContractColumn column, SampledColumn values, List<string> why)
    {
        if (!All(values, new PatternTest(Visible))) return column;
        why.Add("Pattern: none was blank.");
        return column with { Options = column.Options with { Pattern = Visible } };
    }

    private static int Longest(SampledColumn values, List<string> why)
    {
        var lengths = Enumerable.Range(0, values.Values.Length).Select(i => ((double)values.Values[i].Length, values.Counts[i])).OrderByDescending(static v => v.Item1);
        var longest = values.Values.Max(static v => v.Length);
        why.Add(string.Create(CultureInfo.InvariantCulture, $"Length: the longest value had {longest} characters; the limit leaves room for longer ones."));
        return (int)Math.Min(int.MaxValue, Round.Up(Math.Max(2 * longest, Tail.Of(lengths, values.Present)?.Limit(Risk) ?? 0)));
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
}
