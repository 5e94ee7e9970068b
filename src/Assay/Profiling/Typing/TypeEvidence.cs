using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling.Typing;

/// <summary>What each distinct value of a column can be read as, and what follows for the column.</summary>
public sealed class TypeEvidence
{
    /// <summary>The share of values, holes apart, from which a type is the column's.</summary>
    public const double ShareNeeded = 0.8;

    private readonly TemporalReading?[]? _readings;

    private TypeEvidence(ValueType[] types, TemporalReading?[]? readings, long[] rows, bool isPadded) =>
        (Types, _readings, Rows, IsPadded) = (types, readings, rows, isPadded);

    /// <summary>For each distinct value the narrowest type it can be read as.</summary>
    public ValueType[] Types { get; }

    /// <summary>The date or time that a distinct value can be read as.</summary>
    public TemporalReading? ReadingOf(int code) => _readings?[code];

    /// <summary>Rows by narrowest type.</summary>
    private long[] Rows { get; }

    /// <summary>Whether digits keep their leading zeros, so that they are codes.</summary>
    public bool IsPadded { get; }

    /// <summary>The column's type.</summary>
    public ValueType Type { get; private init; }

    public ImmutableArray<TypeShare> Shares { get; private init; }

    public static TypeEvidence Of(SampledColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var count = column.Values.Length;
        var types = new ValueType[count];
        TemporalReading?[]? readings = null;
        var rows = new long[(int)ValueType.Text + 1];
        var (holes, padded, compact, booleans, digits) = (0L, 0L, 0L, 0L, 0L);
        for (var i = 0; i < count; i++)
        {
            var text = column.Values[i].AsSpan();
            var weight = column.Counts[i];
            var type = NumberText.TypeOf(text);
            TemporalReading? reading = null;
            if (type != ValueType.Number)
            {
                reading = TemporalText.Read(text);
                if (reading is not null) (readings ??= new TemporalReading?[count])[i] = reading;
                if (type == ValueType.Text && reading is not null) type = reading.Value.Type;
                if (BooleanText.IsWord(text)) booleans += weight;
            }

            if (type == ValueType.Integer)
            {
                digits += weight;
                if (reading is not null) compact += weight;
            }
            else if (type == ValueType.Text)
            {
                if (MissingTokens.Strength(text) >= 0.5) holes += weight;
                var trimmed = text.Trim();
                if (NumberText.IsPadded(trimmed) && !trimmed.ContainsAnyExceptInRange('0', '9')) padded += weight;
            }

            types[i] = type;
            rows[(int)type] += weight;
        }

        var present = column.Present;
        var isCompact = compact > 0 && compact >= 0.98 * digits && (count >= 5 || Named(column.Column));
        if (isCompact) rows[(int)ValueType.Date] += compact;
        var evidence = new TypeEvidence(types, readings, rows, padded >= 0.02 * Math.Max(1, padded + digits) && padded > 0);
        return new(types, readings, rows, evidence.IsPadded)
        {
            Type = evidence.Decide(column, present - holes, isCompact, booleans),
            Shares = evidence.SharesOf(present, booleans),
        };
    }

    private static bool Named(Column column) => ColumnName.Of(column.Name).HasAny("date", "day", "dt");

    private ValueType Decide(SampledColumn column, long judged, bool isCompact, long booleans)
    {
        if (column.Present == 0) return ValueType.Empty;
        if (judged <= 0) return ValueType.Text;
        bool Most(long rows) => rows >= ShareNeeded * judged;
        var (integers, numbers) = (Rows[(int)ValueType.Integer], Rows[(int)ValueType.Number]);
        var (dates, times, timestamps) = (Rows[(int)ValueType.Date], Rows[(int)ValueType.Time], Rows[(int)ValueType.Timestamp]);
        if (Most(booleans) && integers + numbers == 0 && IsBooleanPair(column)) return ValueType.Boolean;
        if (isCompact && Most(dates)) return ValueType.Date;
        if (Most(integers + numbers)) return IsPadded ? ValueType.Text : Most(integers) && numbers <= 0.002 * judged ? ValueType.Integer : ValueType.Number;
        if (!Most(dates + times + timestamps)) return ValueType.Text;
        return times >= dates + timestamps ? ValueType.Time : timestamps >= 0.5 * (dates + timestamps) ? ValueType.Timestamp : ValueType.Date;
    }

    // The two most frequent words must be each other's opposites: a column of "no" and "n" alone is text.
    private static bool IsBooleanPair(SampledColumn column)
    {
        var words = Enumerable.Range(0, column.Values.Length).Where(i => BooleanText.IsWord(column.Values[i]))
            .GroupBy(i => column.Values[i].Trim().ToUpperInvariant())
            .Select(group => (Word: group.Key, Rows: group.Sum(i => (long)column.Counts[i])))
            .OrderByDescending(static word => word.Rows).ThenBy(static word => word.Word, StringComparer.Ordinal).ToArray();
        return words.Length >= 2 && BooleanText.IsPair(words[0].Word, words[1].Word)
            ? true
            : words is [{ Word: "TRUE" or "FALSE" }];
    }

    private ImmutableArray<TypeShare> SharesOf(long present, long booleans)
    {
        if (present == 0) return [];
        var integers = Rows[(int)ValueType.Integer];
        var counts = new (ValueType Type, long Rows)[]
        {
            (ValueType.Boolean, booleans), (ValueType.Integer, integers), (ValueType.Number, integers + Rows[(int)ValueType.Number]),
            (ValueType.Date, Rows[(int)ValueType.Date]), (ValueType.Time, Rows[(int)ValueType.Time]),
            (ValueType.Timestamp, Rows[(int)ValueType.Timestamp]), (ValueType.Text, Rows[(int)ValueType.Text]),
        };
        return [.. counts.Where(static c => c.Rows > 0).OrderByDescending(static c => c.Rows).ThenBy(static c => c.Type)
            .Select(c => new TypeShare(c.Type, (double)c.Rows / present))];
    }
}
