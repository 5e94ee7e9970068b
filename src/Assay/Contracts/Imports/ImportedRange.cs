using System.Globalization;

namespace Assays.Contracts.Imports;

/// <summary>Bounds as a foreign file spells them: numbers, or dates that compare as texts.</summary>
internal sealed record ImportedRange(string? Low, string? High, bool LowIsOpen = false, bool HighIsOpen = false)
{
    private const int DateLength = 10;

    public bool IsNumber => (Low ?? High) is { } bound && IsSpelled(bound) && (High is null || IsSpelled(High));

    /// <summary>The type whose values have such bounds; none for texts that are no dates.</summary>
    public string? LogicalType => IsNumber ? "number" : IsDate(Low) && IsDate(High) ? (Low ?? High)?.Length > DateLength ? "timestamp" : "date" : null;

    /// <summary>The SQL condition that a value of the column is outside.</summary>
    public string Outside => OutsideOf(IsNumber ? ImportedRule.Number : "CAST(${column} AS VARCHAR)");

    public string OutsideOf(string value)
    {
        var parts = new List<string>();
        if (Low is not null) parts.Add($"{value} {(LowIsOpen ? "<=" : "<")} {Bound(Low)}");
        if (High is not null) parts.Add($"{value} {(HighIsOpen ? ">=" : ">")} {Bound(High)}");
        return parts.Count == 0 ? "false" : $"({string.Join(" OR ", parts)})";
    }

    public TypeOptions On(TypeOptions options) => options with
    {
        Minimum = LowIsOpen ? null : Low, ExclusiveMinimum = LowIsOpen ? Low : null,
        Maximum = HighIsOpen ? null : High, ExclusiveMaximum = HighIsOpen ? High : null,
    };

    /// <summary>What a figure must be to be inside: one comparison, or two where a bound is open.</summary>
    /// <param name="scale">What the bounds are multiplied with.</param>
    public IEnumerable<Expectation> Figures(double scale = 1)
    {
        var (low, high) = (Read(Low) * scale, Read(High) * scale);
        if (low is { } only && low == high && !LowIsOpen && !HighIsOpen) return [new(Operator.MustBe, only)];
        if (low is { } from && high is { } to && !LowIsOpen && !HighIsOpen) return [new(Operator.MustBeBetween, from, to)];
        var sides = new List<Expectation>();
        if (low is { } least) sides.Add(new(LowIsOpen ? Operator.MustBeGreaterThan : Operator.MustBeGreaterOrEqualTo, least));
        if (high is { } most) sides.Add(new(HighIsOpen ? Operator.MustBeLessThan : Operator.MustBeLessOrEqualTo, most));
        return sides;
    }

    private string Bound(string text) => IsNumber ? text : ImportedRule.Quoted(text);

    // Only dates written from year to day compare as texts.
    private static bool IsDate(string? text) =>
        text is null || (text.Length >= DateLength && DateOnly.TryParseExact(text.AsSpan(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static bool IsSpelled(string text) => Read(text) is { } number && double.IsFinite(number);

    private static double? Read(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
