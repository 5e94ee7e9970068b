using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling;

/// <summary>What is known of one column.</summary>
public sealed record ColumnProfile(Column Column)
{
    /// <summary>What the values are by evidence, whatever the source declares.</summary>
    public ValueType Type { get; init; }

    /// <summary>The share of present values (0 to 1, weighted by rows) that fit each type; largest first; types may overlap (an integer is a number).</summary>
    public ImmutableArray<TypeShare> TypeShares { get; init; } = [];

    /// <summary>What the values mean.</summary>
    public SemanticType Semantic { get; init; }

    /// <summary>The share of present values that fit <see cref="Semantic"/>.</summary>
    public double SemanticShare { get; init; }

    /// <summary>The unit, currency, date format or kind of personal data, where the semantic type has one.</summary>
    public string? SemanticDetail { get; init; }

    /// <summary>Whether the values are about persons and are hidden in reports.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Rows with a value; exact.</summary>
    public long Present { get; init; }

    /// <summary>Rows without a value: missing or empty; exact.</summary>
    public long Missing { get; init; }

    /// <summary>Values that stand for a missing one (<c>N/A</c>, -999), with their rows in the sample.</summary>
    public ImmutableArray<DisguisedMissing> Disguised { get; init; } = [];

    public Measured<long> Distinct { get; init; }

    /// <summary>The most frequent values, at most 20, with their rows in the sample.</summary>
    public ImmutableArray<ValueCount> TopValues { get; init; } = [];

    /// <summary>The shapes of the values, most frequent first, at most 20: letters A or a, digits 9, all else as it is.</summary>
    public ImmutableArray<ValueCount> Masks { get; init; } = [];

    /// <summary>Lengths in characters, of texts.</summary>
    public LengthProfile? Lengths { get; init; }

    /// <summary>Of columns whose type is a number.</summary>
    public NumericProfile? Numeric { get; init; }

    /// <summary>Of columns whose type is a date, a time or both.</summary>
    public TemporalProfile? Temporal { get; init; }

    /// <summary>How the values follow one another in the sample's rows.</summary>
    public ColumnSequence? Sequence { get; init; }

    /// <summary>Whether the values are numbers that one can calculate with, and not codes, identifiers, years or places on the map.</summary>
    public bool IsQuantity => Numeric is not null
        && (Semantic is SemanticType.None or SemanticType.Measure or SemanticType.Currency or SemanticType.Percent);

    /// <summary>Whether every present value is the same.</summary>
    public bool IsConstant => Present > 0 && Distinct.Value == 1;

    public long Rows => Present + Missing;
    public double MissingShare => Rows == 0 ? 0 : (double)Missing / Rows;
}

/// <summary>What values are, physically.</summary>
public enum ValueType { Empty, Boolean, Integer, Number, Date, Time, Timestamp, Text }

/// <summary>What values mean.</summary>
public enum SemanticType
{
    None, Identifier, Category, Measure, Currency, Percent, Ordinal, DateTime, Boolean, FreeText, Name, Email, Url, Phone, IpAddress, Uuid,
    PostalCode, Country, State, CurrencyCode, LanguageCode, Latitude, Longitude, Iban, Isbn, Issn, Ean, CardNumber, Json, Code, City, Month, Weekday, Color, Year,
}

public readonly record struct TypeShare(ValueType Type, double Share);

/// <summary>A value, or a shape of values, and its rows in the sample.</summary>
public readonly record struct ValueCount(string Value, long Count);

/// <summary>A value that stands for a missing one.</summary>
/// <param name="Value">As it is in the source.</param>
/// <param name="Count">Its rows in the sample.</param>
/// <param name="Confidence">The probability, 0 to 1, that it means missing.</param>
/// <param name="Reason">Why, in words.</param>
public readonly record struct DisguisedMissing(string Value, long Count, double Confidence, string Reason);

public sealed record LengthProfile(int Min, int Max, double Mean, int Median);

/// <summary>Figures of numbers. Minimum, maximum, mean and deviation over all rows where the engine could read them; the rest on the sample.</summary>
public sealed record NumericProfile(double Min, double Max, double Mean, double Deviation, Basis Basis)
{
    /// <summary>Quantiles on the sample: 1, 5, 25, 50, 75, 95, 99 %.</summary>
    public ImmutableArray<Quantile> Quantiles { get; init; } = [];

    /// <summary>Bins of equal width on the sample, within the 0.5 % and 99.5 % quantiles widened to the extremes.</summary>
    public ImmutableArray<Bin> Histogram { get; init; } = [];

    public double Skewness { get; init; }
    public double ZeroShare { get; init; }
    public double NegativeShare { get; init; }

    /// <summary>The value of a quantile in <see cref="Quantiles"/>.</summary>
    public double At(double probability) => Quantiles.First(q => q.Probability == probability).Value;
}

public readonly record struct Quantile(double Probability, double Value);

/// <summary>A bin from <paramref name="Low"/> (inclusive) to <paramref name="High"/> (exclusive but for the last).</summary>
public readonly record struct Bin(double Low, double High, long Count);

/// <summary>Figures of dates and times, on the sample.</summary>
public sealed record TemporalProfile(DateTime Min, DateTime Max, ImmutableArray<ValueCount> Formats)
{
    /// <summary>The usual step between neighbouring distinct values; none when there is no usual one.</summary>
    public TimeSpan? Step { get; init; }

    /// <summary>The share of neighbouring distinct values that are one step apart.</summary>
    public double Regularity { get; init; }

    /// <summary>The step in words, when it is a whole number of a usual unit: <c>day</c>, <c>15 minutes</c>, <c>quarter</c>. A month counts 30.44 days in <see cref="Step"/>.</summary>
    public string? StepUnit { get; init; }

    /// <summary>Whether days come before months in dates of numbers; none when there are no such dates or nothing tells the order.</summary>
    public bool? DayFirst { get; init; }

    /// <summary>Whether some dates can only be read with the day first and others only with the month first.</summary>
    public bool MixesOrders { get; init; }

    /// <summary>The unit when times are numbers since 1970: <c>epoch seconds</c>, milliseconds or microseconds.</summary>
    public string? EpochUnit { get; init; }

    /// <summary>Whether rows come in the order of this column, up or down, but for one in a hundred.</summary>
    public bool IsSorted { get; init; }
}
