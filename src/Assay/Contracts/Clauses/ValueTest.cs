using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>
/// What a single value must be. It is said twice, to the engine as SQL and to the process as code, so that a table is checked where it is
/// and a stream row by row; both agree on every value.
/// </summary>
public abstract record ValueTest
{
    private protected ValueTest() { }

    /// <summary>What a value must be, to be read after "is".</summary>
    public abstract string Words { get; }

    /// <summary>Whether the test looks at the number that a value spells.</summary>
    public virtual bool ReadsNumbers => false;

    /// <summary>Whether a value that is present passes.</summary>
    /// <param name="value">The value's text.</param>
    /// <param name="number">The number that it spells, NaN when it spells none; only looked at by tests that say so.</param>
    public abstract bool Passes(ReadOnlySpan<char> value, double number);

    /// <summary>Whether a value that is present passes.</summary>
    public bool Passes(string value) => Passes(value, ReadsNumbers ? SpelledNumber.Read(value) : double.NaN);

    /// <summary>The condition that a present value of the column fails; NULL counts as false.</summary>
    public abstract SqlText Fails(Column column);

    /// <summary>What can prove that no value of the column that is present fails, more cheaply than by trying each.</summary>
    internal virtual Proof? Proof(Column column) => null;

    private protected static SqlText TextOf(Column column) => SqlText.Call(SqlFunction.Text, SqlText.Of($"{column}"));
}

/// <summary>A number, of any kind or whole.</summary>
public sealed record NumberTest(bool IsWhole) : ValueTest
{
    public override string Words => IsWhole ? "a whole number" : "a number";

    public override bool ReadsNumbers => true;

    public override bool Passes(ReadOnlySpan<char> value, double number) => !double.IsNaN(number) && (!IsWhole || number == Math.Floor(number));

    public override SqlText Fails(Column column) => IsWhole
        ? SqlText.Of($"({SpelledNumber.Of(column)} IS NULL OR {SpelledNumber.Of(column)} <> floor({SpelledNumber.Of(column)}))")
        : SqlText.Of($"{SpelledNumber.Of(column)} IS NULL");

    internal override Proof Proof(Column column) => Clauses.Proof.OfNumbers(column, Clause.HasValue(column), IsWhole);
}

/// <summary>A number within bounds. What is no number is not judged here.</summary>
public sealed record RangeTest(double? Low, double? High, bool LowIsOpen = false, bool HighIsOpen = false) : ValueTest
{
    public override string Words => (Low, High) switch
    {
        ({ } low, null) => $"{(LowIsOpen ? "above" : "at least")} {Text(low)}",
        (null, { } high) => $"{(HighIsOpen ? "below" : "at most")} {Text(high)}",
        _ => $"{(LowIsOpen ? "above" : "from")} {Text(Low ?? 0)} {(HighIsOpen ? "to below" : "to")} {Text(High ?? 0)}",
    };

    public override bool ReadsNumbers => true;

    // Comparisons with NaN are false: what is no number passes.
    public override bool Passes(ReadOnlySpan<char> value, double number) =>
        !(LowIsOpen ? number <= Low : number < Low) && !(HighIsOpen ? number >= High : number > High);

    public override SqlText Fails(Column column)
    {
        var parts = new List<SqlText>();
        if (Low is { } low) parts.Add(LowIsOpen ? SqlText.Of($"{SpelledNumber.Of(column)} <= {low}") : SqlText.Of($"{SpelledNumber.Of(column)} < {low}"));
        if (High is { } high) parts.Add(HighIsOpen ? SqlText.Of($"{SpelledNumber.Of(column)} >= {high}") : SqlText.Of($"{SpelledNumber.Of(column)} > {high}"));
        return SqlText.Of($"({SqlText.Join(" OR ", parts)})");
    }

    internal override Proof Proof(Column column) => Clauses.Proof.ByNumbers(column, (least, greatest) => Passes([], least) && Passes([], greatest));

    private static string Text(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);
}

/// <summary>A multiple of a number, within a billionth of it. What is no number is not judged here.</summary>
public sealed record MultipleTest(double Of) : ValueTest
{
    private const double Slack = 1e-9;

    public override string Words => $"a multiple of {Of.ToString(CultureInfo.InvariantCulture)}";

    public override bool ReadsNumbers => true;

    public override bool Passes(ReadOnlySpan<char> value, double number) => !(Math.Abs(number / Of - Math.Floor(number / Of + 0.5)) > Slack);

    public override SqlText Fails(Column column)
    {
        var ratio = SqlText.Of($"({SpelledNumber.Of(column)} / {Of})");
        var rest = SqlText.Of($"abs({ratio} - floor({ratio} + 0.5))");
        // Of a ratio beyond all numbers the rest is NaN, which some engines hold for greater than any.
        return SqlText.Of($"({rest} > {Slack} AND {rest} <= 1)");
    }
}

/// <summary>A text of a certain length, in characters as Unicode counts them.</summary>
public sealed record LengthTest(int? Min, int? Max) : ValueTest
{
    public override string Words => (Min, Max) switch
    {
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"at least {min} characters long"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"at most {max} characters long"),
        _ when Min == Max => string.Create(CultureInfo.InvariantCulture, $"{Min} characters long"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Min} to {Max} characters long"),
    };

    public override bool Passes(ReadOnlySpan<char> value, double number)
    {
        var length = value.Length;
        foreach (var sign in value)
        {
            if (char.IsLowSurrogate(sign)) length--;
        }

        return Passes(length);
    }

    private bool Passes(double length) => !(length < Min) && !(length > Max);

    internal override Proof Proof(Column column) => Clauses.Proof.ByExtremes(
        SqlText.Call(SqlFunction.Length, TextOf(column)), Clause.HasValue(column), (least, greatest) => Passes(Figure.Read(least)) && Passes(Figure.Read(greatest)));

    public override SqlText Fails(Column column)
    {
        var length = SqlText.Call(SqlFunction.Length, TextOf(column));
        var parts = new List<SqlText>();
        if (Min is { } min) parts.Add(SqlText.Of($"{length} < {min}"));
        if (Max is { } max) parts.Add(SqlText.Of($"{length} > {max}"));
        return SqlText.Of($"({SqlText.Join(" OR ", parts)})");
    }
}

/// <summary>A text some part of which matches a regular expression, in the syntax that needs no backtracking (RE2).</summary>
public sealed record PatternTest : ValueTest
{
    private readonly Regex _regex;

    /// <param name="pattern">The expression.</param>
    /// <param name="words">What it stands for; the pattern itself when nothing is said.</param>
    /// <exception cref="InputException">The pattern cannot be used: it is malformed, or it looks around or back.</exception>
    public PatternTest(string pattern, string? words = null)
    {
        try
        {
            _regex = new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new InputException($"The pattern '{pattern}' cannot be used: {error.Message}", error);
        }

        Pattern = pattern;
        Words = words ?? $"a text that matches '{pattern}'";
    }

    public string Pattern { get; }

    public override string Words { get; }

    public override bool Passes(ReadOnlySpan<char> value, double number) => _regex.IsMatch(value);

    public override SqlText Fails(Column column) => SqlText.Of($"NOT {SqlText.Call(SqlFunction.Matches, TextOf(column), SqlText.Of($"{Pattern}"))}");

    public bool Equals(PatternTest? other) => other?.Pattern == Pattern;

    public override int GetHashCode() => Pattern.GetHashCode(StringComparison.Ordinal);
}

/// <summary>One of a list of texts.</summary>
public sealed record SetTest(ImmutableArray<string> Values) : ValueTest
{
    private readonly HashSet<string> _values = new(Values, StringComparer.Ordinal);

    public override string Words => Values.Length <= 5
        ? $"one of {string.Join(", ", Values.Select(static v => $"'{v}'"))}"
        : string.Create(CultureInfo.InvariantCulture, $"one of {Values.Length} values such as {string.Join(", ", Values.Take(3).Select(static v => $"'{v}'"))}");

    public override bool Passes(ReadOnlySpan<char> value, double number) => _values.GetAlternateLookup<ReadOnlySpan<char>>().Contains(value);

    public override SqlText Fails(Column column) =>
        Values.IsEmpty ? SqlText.Of($"TRUE") : SqlText.Of($"{TextOf(column)} NOT IN ({SqlText.Join(", ", Values.Select(static v => SqlText.Of($"{v}")))})");

    public bool Equals(SetTest? other) => other is not null && _values.SetEquals(other._values);

    public override int GetHashCode() => Values.Length;
}

/// <summary>Texts within bounds in the order of their characters, which for ISO dates is the order of time.</summary>
public sealed record TextRangeTest(string? Low, string? High, bool LowIsOpen = false, bool HighIsOpen = false) : ValueTest
{
    public override string Words => (Low, High) switch
    {
        ({ } low, null) => $"{(LowIsOpen ? "after" : "not before")} {low}",
        (null, { } high) => $"{(HighIsOpen ? "before" : "not after")} {high}",
        _ => $"from {Low} to {High}",
    };

    public override bool Passes(ReadOnlySpan<char> value, double number)
    {
        var low = Low is null ? 1 : value.CompareTo(Low, StringComparison.Ordinal);
        var high = High is null ? -1 : value.CompareTo(High, StringComparison.Ordinal);
        return (LowIsOpen ? low > 0 : low >= 0) && (HighIsOpen ? high < 0 : high <= 0);
    }

    public override SqlText Fails(Column column)
    {
        var parts = new List<SqlText>();
        if (Low is { } low) parts.Add(LowIsOpen ? SqlText.Of($"{TextOf(column)} <= {low}") : SqlText.Of($"{TextOf(column)} < {low}"));
        if (High is { } high) parts.Add(HighIsOpen ? SqlText.Of($"{TextOf(column)} >= {high}") : SqlText.Of($"{TextOf(column)} > {high}"));
        return SqlText.Of($"({SqlText.Join(" OR ", parts)})");
    }

    internal override Proof Proof(Column column) => Clauses.Proof.ByExtremes(
        TextOf(column), Clause.HasValue(column), (least, greatest) => least is string low && greatest is string high && Passes(low, double.NaN) && Passes(high, double.NaN));
}
