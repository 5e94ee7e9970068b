using Assays.Data;

namespace Assays.Profiling.Semantics;

/// <summary>What columns of numbers mean: by their name, and by how their values are spread.</summary>
internal static class NumberMeanings
{
    private const int FewValues = 12;

    private static readonly string[] IdWords =
        ["key", "index", "idx", "number", "no", "nr", "num", "#", "account", "serial", "sku"];

    private static readonly string[] CodeWords = ["code", "codes", "fips", "zip", "postcode", "sic", "naics", "icd", "geoid", "tract"];

    private static readonly string[] MoneyWords =
        ["price", "cost", "costs", "amount", "salary", "fare", "revenue", "budget", "gross", "tip", "tips", "toll", "tolls", "fee", "fees", "payment", "income", "wage", "wages",
            "spending", "sales", "profit", "balance", "tax", "discount", "earnings", "$", "€", "£", "usd", "eur", "gbp"];

    private static readonly string[] PercentWords = ["percent", "pct", "percentage", "%", "perc", "share"];

    private static readonly string[] ClassWords = ["type", "class", "category", "group", "cluster", "label", "target"];

    public static ColumnMeaning Decide(SampledColumn column, ColumnName name, ValueType type)
    {
        var (low, high, whole) = Extent(column);
        var distinct = column.Values.Length;
        if (name.HasAny("latitude", "lat") && low >= -90 && high <= 90) return new(SemanticType.Latitude, 1, "degrees");
        if (name.HasAny("longitude", "lon", "lng", "long") && low >= -180 && high <= 180) return new(SemanticType.Longitude, 1, "degrees");
        if (type == ValueType.Integer)
        {
            if (IsYear(column, name, low, high)) return new(SemanticType.Year, 1);
            if (whole && EpochTime.UnitOf(column, name) is { } unit) return new(SemanticType.DateTime, 1, unit);
            if (IsIdentifier(column, name)) return new(SemanticType.Identifier, 1);
            if (name.HasAny(CodeWords)) return new(SemanticType.Code, 1);
            if (low == 0 && high == 1) return new(SemanticType.Boolean, 1);
            if (name.HasAny(ClassWords) && distinct <= 2 * FewValues) return new(SemanticType.Category, 1);
        }

        if (name.HasAny(PercentWords) && low >= -100 && high <= 1000) return new(SemanticType.Percent, 1);
        if (name.HasAny(MoneyWords) && !name.HasAny("rate", "count")) return new(SemanticType.Currency, 1, CurrencyOf(name));
        if (Units.Of(name) is { } measure) return new(SemanticType.Measure, 1, measure);
        if (type != ValueType.Integer || distinct > FewValues || column.Present < 20 * distinct) return new(SemanticType.Measure, 1);

        // Few whole numbers that start at 0 are counts; that start elsewhere without large gaps are grades; the rest are codes of categories.
        if (low == 0) return new(SemanticType.Measure, 1, "count");
        return high - low < 3 * distinct ? new(SemanticType.Ordinal, 1) : new(SemanticType.Category, 1);
    }

    private static (double Low, double High, bool Whole) Extent(SampledColumn column)
    {
        var (low, high, whole) = (double.PositiveInfinity, double.NegativeInfinity, true);
        foreach (var number in column.Numbers)
        {
            if (double.IsNaN(number)) continue;
            low = Math.Min(low, number);
            high = Math.Max(high, number);
            whole &= number == Math.Floor(number);
        }

        return (low, high, whole);
    }

    private static bool IsYear(SampledColumn column, ColumnName name, double low, double high)
    {
        if (name.HasAny("year", "years", "yr", "yyyy"))
        {
            return Share(column, static n => n is >= 1000 and <= 2200) >= 0.9 || (low >= 0 && high <= 99 && name.Words.Length > 0 && !name.HasAny("years") && low >= 10);
        }

        return low >= 1900 && high <= 2035 && column.Values.Length is >= 5 and <= 120 && column.Present >= 3 * column.Values.Length && high - low < 1.5 * column.Values.Length
            && name.HasAny("vintage", "season", "model", "built", "established", "founded", "cohort");
    }

    private static bool IsIdentifier(SampledColumn column, ColumnName name)
    {
        var unique = (double)column.Values.Length / column.Present;
        var isCounter = column.Values.Length >= 10 && unique >= 0.999 && IsStepwise(column);
        if (isCounter) return true;
        if (name.HasAny("id", "ids", "uuid", "guid", "pk", "fk", "rowid", "identifier")) return true;
        if (!name.HasAny(IdWords) || column.Values.Length < 3) return false;
        return unique >= 0.95 || (name.Words.Length > 1 && IdWords.Contains(name.Words[^1]) && IsFixedLength(column));
    }

    // Numbers that are given out have one length of four digits or more; numbers that are counted have not.
    private static bool IsFixedLength(SampledColumn column)
    {
        var rows = new long[20];
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (!double.IsNaN(column.Numbers[i])) rows[Math.Min(19, column.Values[i].Length)] += column.Counts[i];
        }

        var usual = Array.IndexOf(rows, rows.Max());
        return usual >= 4 && rows[usual] >= 0.9 * rows.Sum();
    }

    // A counter: each row's number is the one before plus 1, nearly everywhere. (A sample of rows keeps the rising order.)
    private static bool IsStepwise(SampledColumn column)
    {
        var (rising, pairs, last) = (0L, 0L, double.NaN);
        for (var row = 0; row < column.Codes.Length; row++)
        {
            var number = column.Number(row);
            if (!double.IsNaN(last) && !double.IsNaN(number))
            {
                pairs++;
                if (number > last) rising++;
            }

            last = number;
        }

        var (low, high, whole) = Extent(column);
        var span = high - low + 1;
        return whole && pairs > 0 && rising >= 0.99 * pairs && low >= 0 && low <= Math.Max(1, 0.01 * span) + 1_000_000 && span <= 1_000.0 * column.Values.Length && IsEven(column, low, span);
    }

    // The rows' numbers climb in a straight line: their middle is half way.
    private static bool IsEven(SampledColumn column, double low, double span)
    {
        var middle = column.Number(column.Codes.Length / 2);
        return Math.Abs((middle - low) / span - 0.5) < 0.02;
    }

    private static double Share(SampledColumn column, Func<double, bool> test)
    {
        var (hits, seen) = (0L, 0L);
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (double.IsNaN(column.Numbers[i])) continue;
            seen += column.Counts[i];
            if (test(column.Numbers[i])) hits += column.Counts[i];
        }

        return seen == 0 ? 0 : (double)hits / seen;
    }

    private static string? CurrencyOf(ColumnName name) =>
        name.HasAny("usd", "$", "dollars") ? "USD" : name.HasAny("eur", "€", "euro", "euros") ? "EUR" : name.HasAny("gbp", "£") ? "GBP" : null;
}
