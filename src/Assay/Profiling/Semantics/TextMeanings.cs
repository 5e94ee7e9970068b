using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling.Semantics;

/// <summary>What columns of texts mean when they have no particular form: numbers with units, categories, names, codes, identifiers, prose.</summary>
internal static class TextMeanings
{
    private const double ProseWords = 5;

    public static ColumnMeaning Decide(SampledColumn column, ValueSlice values, ColumnName name, TypeEvidence evidence)
    {
        if (values.Count == 0) return new(SemanticType.None, 0);
        if (DecoratedNumbers(values) is { } number) return number;
        var distinct = column.Values.Length;
        var unique = (double)distinct / column.Present;
        var words = values.AverageWords;
        var isCode = evidence.IsPadded || values.Share(IsCode, 0.9) is not null;
        if (name.HasAny("id", "ids", "uuid", "guid", "identifier", "pk") && words < 2) return new(SemanticType.Identifier, 1);
        if (evidence.IsPadded) return new(unique >= 0.95 && column.Present >= 20 ? SemanticType.Identifier : SemanticType.Code, 1);
        if (isCode && unique >= 0.95 && column.Present >= 20) return new(SemanticType.Identifier, 1);
        if (words >= ProseWords && unique >= 0.3) return new(SemanticType.FreeText, 1);

        var isRepeated = distinct <= 50 ? column.Present >= 3 * distinct : unique < 0.1 && distinct <= 1_000;
        if (isCode && (distinct > 200 || !isRepeated)) return new(SemanticType.Code, 1);
        if (isRepeated && words < 2 * ProseWords) return new(SemanticType.Category, 1);
        if (name.HasAny("name", "title", "label") || (words < ProseWords && values.Share(IsNameLike, 0.9) is not null))
        {
            // A director is a person, but in a public role: the name is no secret.
            return new(SemanticType.Name, 1, PersonNameMeaning.IsPublicRole(name) ? "person" : null);
        }

        return words >= 3 ? new(SemanticType.FreeText, 1) : isCode ? new(SemanticType.Code, 1) : isRepeated ? new(SemanticType.Category, 1) : new(SemanticType.None, 0);
    }

    private static ColumnMeaning? DecoratedNumbers(ValueSlice values)
    {
        var units = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        bool CountUnit(ReadOnlySpan<char> value)
        {
            if (DecoratedNumber.Read(value) is not { } number) return false;
            var unit = number.Prefix.Length > 0 ? number.Prefix : number.Suffix.TrimEnd('.');
            if (unit.Length > 0) units[unit] = units.GetValueOrDefault(unit) + 1;
            return true;
        }

        if (values.Share(CountUnit, TypeEvidence.ShareNeeded) is null) return null;

        // A word that is no known unit is one here when most numbers have it: 25 patients.
        var usual = units.OrderByDescending(static u => u.Value).ThenBy(static u => u.Key, StringComparer.Ordinal).FirstOrDefault().Key;
        var known = units.Where(u => Units.IsUnit(u.Key) || (u.Key == usual && u.Value >= 0.6 * values.Count)).Select(static u => u.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var fits = values.Share(
            value => DecoratedNumber.Read(value) is { } number && (number.Suffix.Length == 0 || known.Contains(number.Suffix.TrimEnd('.'))), TypeEvidence.ShareNeeded);
        if (fits is not { } share) return null;
        if (usual is null) return new(SemanticType.Measure, share);
        return usual switch
        {
            "%" => new(SemanticType.Percent, share, "%"),
            "$" or "US$" or "USD" => new(SemanticType.Currency, share, "USD"),
            "€" or "EUR" => new(SemanticType.Currency, share, "EUR"),
            "£" or "GBP" => new(SemanticType.Currency, share, "GBP"),
            "¥" or "JPY" => new(SemanticType.Currency, share, "JPY"),
            _ => new(SemanticType.Measure, share, usual),
        };
    }

    // One word with digits in it and no small letters: A-1042, N102UW.
    private static bool IsCode(ReadOnlySpan<char> value) =>
        value.Length is >= 2 and <= 40 && value.ContainsAnyInRange('0', '9') && !value.ContainsAny(" \t")
        && TextForm.IsAll(value, static letter => char.IsAsciiDigit(letter) || char.IsLetter(letter) || letter is '-' or '_' or '/' or '.' or ':' or '#')
        && (TextForm.Digits(value) * 2 >= value.Length || !value.ContainsAnyInRange('a', 'z'));

    private static bool IsNameLike(ReadOnlySpan<char> value) => value.Length >= 2 && char.IsUpper(value[0]) && TextForm.Words(value) <= 6;
}
