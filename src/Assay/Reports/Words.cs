using Assays.Findings;
using Assays.Profiling;

namespace Assays.Reports;

/// <summary>How members of our enumerations are called in front of people.</summary>
internal static class Words
{
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Completeness => "Completeness",
        Dimension.Validity => "Validity",
        Dimension.Consistency => "Consistency",
        Dimension.Uniqueness => "Uniqueness",
        Dimension.Timeliness => "Timeliness",
        Dimension.Plausibility => "Plausibility",
        Dimension.LabelQuality => "Label quality",
        Dimension.Stability => "Stability",
        _ => dimension.ToString(),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public static string Of(Profiling.ValueType type) => type switch
    {
        Profiling.ValueType.Empty => "empty",
        Profiling.ValueType.Boolean => "true/false",
        Profiling.ValueType.Integer => "whole number",
        Profiling.ValueType.Number => "number",
        Profiling.ValueType.Date => "date",
        Profiling.ValueType.Time => "time of day",
        Profiling.ValueType.Timestamp => "date and time",
        _ => "text",
    };

    /// <summary>What the values mean, with the unit, currency or format where one is known; none when nothing is known.</summary>
    public static string? Meaning(ColumnProfile column)
    {
        var word = column.Semantic switch
        {
            SemanticType.None => null,
            SemanticType.DateTime => "date or time",
            SemanticType.FreeText => "free text",
            SemanticType.Email => "e-mail address",
            SemanticType.Url => "URL",
            SemanticType.Phone => "phone number",
            SemanticType.IpAddress => "IP address",
            SemanticType.Uuid => "UUID",
            SemanticType.PostalCode => "postal code",
            SemanticType.CurrencyCode => "currency code",
            SemanticType.LanguageCode => "language code",
            SemanticType.Iban => "IBAN",
            SemanticType.Isbn => "ISBN",
            SemanticType.Issn => "ISSN",
            SemanticType.Ean => "EAN",
            SemanticType.CardNumber => "card number",
            SemanticType.Json => "JSON",
            _ => column.Semantic.ToString().ToLowerInvariant(),
        };
        return word is null ? column.SemanticDetail : column.SemanticDetail is { Length: > 0 } detail ? $"{word} ({detail})" : word;
    }

    public static string Of(Verdict verdict) => verdict switch { Verdict.Safe => "safe", Verdict.Look => "look", _ => "stop" };

    /// <summary>A verdict in one sentence.</summary>
    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Safe => "the table can be used as its reference was.",
        Verdict.Look => "something moved; look before the table is relied on.",
        _ => "what was built on the reference will break, or be wrong.",
    };
}
