using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling;

/// <summary>
/// Finds words and signs that stand for missing values. The list of such words is only the beginning: how far one is believed follows from the
/// other values, for <c>None</c> among None, Minor, Substantial is a level, and <c>NA</c> among codes of two letters is one of them.
/// </summary>
internal static class MissingWords
{
    private const double LeastConfidence = 0.2;
    private const int FewLevels = 12;

    /// <summary>How far words (<c>no data</c>, <c>tba</c>, <c>n/a</c>) are believed among texts, where they may stand on purpose and every reader understands them.</summary>
    private const double Worded = 0.75;

    /// <summary>The share of rows up to which zeros among texts are strays and not a level.</summary>
    private const double MostZeros = 0.1;

    private const double ZeroStrength = 0.9;

    /// <summary>Texts among which a zero may well be one of the codes.</summary>
    private const int FewTexts = 4;

    public static ImmutableArray<DisguisedMissing> Of(SampledColumn column, TypeEvidence evidence, SemanticType semantic)
    {
        var found = ImmutableArray.CreateBuilder<DisguisedMissing>();
        var others = 0L;
        var tokens = new List<(int Code, double Strength)>();
        for (var i = 0; i < column.Values.Length; i++)
        {
            var strength = evidence.Types[i] is ValueType.Integer or ValueType.Number ? 0 : MissingTokens.Strength(column.Values[i]);
            if (strength > 0) tokens.Add((i, strength));
            else others++;
        }

        foreach (var (code, strength) in tokens)
        {
            var (confidence, reason) = Weigh(column, evidence, semantic, code, strength, others);
            if (confidence >= LeastConfidence) found.Add(new(column.Values[code], column.Counts[code], confidence, reason));
        }

        if (StrayZero(column, evidence) is { } zero) found.Add(zero);
        return [.. found.OrderByDescending(static d => d.Count).ThenBy(static d => d.Value, StringComparer.Ordinal)];
    }

    private static (double Confidence, string Reason) Weigh(
        SampledColumn column, TypeEvidence evidence, SemanticType semantic, int code, double strength, long others)
    {
        var value = column.Values[code];
        if (string.IsNullOrWhiteSpace(value)) return (0.99, "it is nothing but white space");
        if (others == 0 && column.Present > column.Counts[code]) return (strength, $"“{value}” is written where a value is missing");
        if (evidence.Type is ValueType.Integer or ValueType.Number)
        {
            return (Math.Max(strength, 0.97), $"“{value}” stands among numbers");
        }

        if (evidence.Type is ValueType.Date or ValueType.Time or ValueType.Timestamp)
        {
            return (Math.Max(strength, 0.97), $"“{value}” stands among {(evidence.Type == ValueType.Time ? "times" : "dates")}");
        }

        if (evidence.Type == ValueType.Boolean) return (Math.Max(strength, 0.85), $"“{value}” stands between yes and no");
        if (semantic is SemanticType.Name or SemanticType.City or SemanticType.FreeText && value.All(char.IsLetter) && value.Length <= 4 && !IsFrequent(column, code))
        {
            return (0.15, $"“{value}” may be a name");
        }

        if (value.Equals("NA", StringComparison.OrdinalIgnoreCase) && IsCodeOfTwo(column)) return (0.25, $"“{value}” may be a code as the others are");
        if (IsLevel(value)) return (WeighLevel(column, code, strength), $"“{value}” says that there is no value");
        if (IsWorded(value)) strength *= Worded;
        return (strength * others / (others + 0.5), $"“{value}” is written where a value is missing");
    }

    /// <summary>A zero among texts of which none begins with a digit: what a spreadsheet's formula makes of an empty cell.</summary>
    private static DisguisedMissing? StrayZero(SampledColumn column, TypeEvidence evidence)
    {
        var code = column.Values.IndexOf("0");
        if (code < 0 || evidence.Type != ValueType.Text || column.Counts[code] > Math.Max(1, MostZeros * column.Present) || column.Values.Length <= FewTexts) return null;
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (i != code && column.Values[i].AsSpan().TrimStart(" <>=+-.").IndexOfAnyInRange('0', '9') == 0) return null;
        }

        var others = column.Values.Length - 1.0;
        return new("0", column.Counts[code], ZeroStrength * others / (others + FewTexts), "a lone zero stands among texts, as a formula makes of an empty cell");
    }

    private static bool IsLevel(string value) =>
        value.Trim().ToUpperInvariant() is "NONE" or "NIL" or "UNKNOWN" or "UNK" or "NOT APPLICABLE" or "UNSPECIFIED";

    // Programs' words mean nothing else, wherever they stand, and xxx is no word.
    private static bool IsWorded(string value)
    {
        var word = value.Trim().ToUpperInvariant();
        return word.All(static letter => char.IsLetter(letter) || letter is ' ' or '/' or '.' or '\\')
            && word.Distinct().Count() > 1 && word.Any(char.IsLetter) && word is not ("NULL" or "NAN" or "NAT" or "UNDEFINED");
    }

    // Such a word is a level when the column has few and holes are left empty beside it, or when it is itself the usual answer.
    private static double WeighLevel(SampledColumn column, int code, double strength)
    {
        var share = (double)column.Counts[code] / column.Present;
        var isNone = column.Values[code].Trim().ToUpperInvariant() is "NONE" or "NIL";
        if (column.Values.Length > FewLevels) return isNone && share > 0.3 ? 0.35 : strength + 0.1;
        var hasHoles = column.Present < column.Codes.Length;
        return hasHoles ? strength * 0.35 : isNone ? strength * 0.5 : strength * 0.8;
    }

    // A name that is borne by many times more rows than any other is no name.
    private static bool IsFrequent(SampledColumn column, int code)
    {
        var second = 0;
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (i != code) second = Math.Max(second, column.Counts[i]);
        }

        return column.Counts[code] >= 5 && column.Counts[code] >= 2 * second;
    }

    private static bool IsCodeOfTwo(SampledColumn column)
    {
        var rows = 0L;
        for (var i = 0; i < column.Values.Length; i++)
        {
            var value = column.Values[i];
            if (value.Length == 2 && char.IsAsciiLetter(value[0]) && char.IsAsciiLetter(value[1])) rows += column.Counts[i];
        }

        return rows >= 0.8 * column.Present && column.Values.Length >= 5;
    }
}
