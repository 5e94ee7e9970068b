using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling.Semantics;

/// <summary>What a column means, with the share of its values that do.</summary>
/// <param name="Type">The meaning.</param>
/// <param name="Share">The share of present values, holes apart, that fit it.</param>
/// <param name="Detail">The unit, the currency, or which kind.</param>
/// <param name="IsPersonal">Whether the values are about persons.</param>
public readonly record struct ColumnMeaning(SemanticType Type, double Share, string? Detail = null, bool IsPersonal = false);

/// <summary>Decides what a column means: by the form of its values first, by its name where the form leaves it open.</summary>
public static class SemanticTyper
{
    /// <summary>Distinct values that are looked at; of more, evenly spaced ones.</summary>
    private const int ValuesTested = 2_000;
    private const double ShareNeeded = 0.9;
    private const double ShareNeededWhenNamed = 0.6;

    /// <summary>The share with right check digits that chance does not give: one in ten numbers passes most sums.</summary>
    private const double CheckedShareNeeded = 0.5;

    public static ColumnMeaning Decide(SampledColumn column, TypeEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(evidence);
        if (column.Present == 0) return default;
        var name = ColumnName.Of(column.Column.Name);
        var values = ValueSlice.Of(column, ValuesTested);
        if (evidence.Type is ValueType.Date or ValueType.Time or ValueType.Timestamp) return DateMeaning(name);
        if (evidence.Type == ValueType.Boolean) return new(SemanticType.Boolean, 1);
        return Particular(column, values, name, evidence)
            ?? (evidence.Type is ValueType.Integer or ValueType.Number
                ? NumberMeanings.Decide(column, name, evidence.Type)
                : TextMeanings.Decide(column, values, name, evidence));
    }

    private static ColumnMeaning DateMeaning(ColumnName name)
    {
        var isBirth = name.HasAny("birth", "dob", "birthdate", "birthday", "born");
        return new(SemanticType.DateTime, 1, isBirth ? "date of birth" : null, isBirth);
    }

    private static ColumnMeaning? Particular(SampledColumn column, ValueSlice values, ColumnName name, TypeEvidence evidence)
    {
        ColumnMeaning? best = null;
        var bestRank = 0.0;
        foreach (var meaning in MeaningCatalog.All)
        {
            var isNamed = meaning.IsNamed(name);
            if ((meaning.NeedsName && !isNamed) || (column.Values.Length < meaning.DistinctNeeded && !isNamed)) continue;
            if (!CanBe(meaning, evidence.Type, isNamed)) continue;
            var looks = values.Share(meaning.Looks, isNamed ? ShareNeededWhenNamed : ShareNeeded);
            if (looks is null) continue;
            if (!isNamed && !IsEvident(meaning, values, name)) continue;
            var fits = values.Share(meaning.Fits, CheckedShareNeeded);
            if (fits is null) continue;
            var rank = (isNamed ? 1 : 0) + fits.Value;
            if (rank <= bestRank) continue;
            bestRank = rank;
            best = new(meaning.Type, fits.Value, meaning.Detail, meaning.IsPersonal);
        }

        return best;
    }

    // A run of digits is a number unless its name or its check digits say that it is a code.
    private static bool CanBe(Meaning meaning, ValueType type, bool isNamed) => type switch
    {
        ValueType.Integer => meaning switch
        {
            PhoneMeaning or PostalCodeMeaning or IsbnMeaning => isNamed,
            CardNumberMeaning or EanMeaning => true,
            _ => false,
        },
        ValueType.Number => false,
        _ => true,
    };

    private static bool IsEvident(Meaning meaning, ValueSlice values, ColumnName name) => meaning switch
    {
        PhoneMeaning phone => values.Share(phone.IsUnmistakable, 0.8) is not null,
        PersonNameMeaning => values.Share(PersonNameMeaning.HasGivenName, 0.25) is not null && !PersonNameMeaning.IsPublicRole(name) && values.AverageWords >= 1.5,
        EanMeaning or CardNumberMeaning => values.Share(meaning.Fits, ShareNeeded) is not null,
        CountryMeaning or StateMeaning or CurrencyCodeMeaning => values.Share(meaning.Fits, 0.95) is not null,
        _ => true,
    };
}
