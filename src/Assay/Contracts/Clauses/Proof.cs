using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>
/// A few figures of a column that can prove that no value of it fails: its least and greatest number settle all demands on its range. They cost
/// much less than to try every value for every demand, and many demands share them. Without proof nothing is said: the failing values are counted.
/// </summary>
public sealed class Proof
{
    private readonly Func<IReadOnlyList<object?>, bool> _holds;

    private Proof(ImmutableArray<SqlText> figures, Func<IReadOnlyList<object?>, bool> holds) => (Figures, _holds) = (figures, holds);

    /// <summary>Aggregates over the table.</summary>
    public ImmutableArray<SqlText> Figures { get; }

    /// <summary>Whether the answers to <see cref="Figures"/>, in their order, prove it.</summary>
    public bool Holds(IReadOnlyList<object?> answers) => _holds(answers);

    /// <summary>Proves by the least and the greatest of the numbers that a column's values spell. Values that spell none are not judged.</summary>
    internal static Proof ByNumbers(Column column, Func<double, double, bool> holds)
    {
        var number = Number(column);
        return new([SqlText.Of($"min({number})"), SqlText.Of($"max({number})")], answers =>
            answers[0] is null || AreFinite(answers) is var (low, high) && holds(low, high));
    }

    /// <summary>Proves that every present value spells a number, a whole one where that is wanted.</summary>
    internal static Proof OfNumbers(Column column, SqlText isPresent, bool areWhole)
    {
        var number = Number(column);
        var figures = ImmutableArray.Create(SqlText.Of($"min({number})"), SqlText.Of($"max({number})"), SqlText.Of($"count({number})"), SqlText.Of($"count(CASE WHEN {isPresent} THEN 1 END)"));
        return new(areWhole ? figures.Add(SqlText.Of($"min(floor({number}) - {number})")) : figures, answers =>
            Figure.Read(answers[2]) == Figure.Read(answers[3])
            && (answers[0] is null || AreFinite(answers) is not null && (!areWhole || Figure.Read(answers[4]) == 0)));
    }

    /// <summary>Proves by the least and the greatest of a figure of the present values.</summary>
    internal static Proof ByExtremes(SqlText value, SqlText isPresent, Func<object, object, bool> holds) =>
        new([SqlText.Of($"min(CASE WHEN {isPresent} THEN {value} END)"), SqlText.Of($"max(CASE WHEN {isPresent} THEN {value} END)")], answers =>
            answers[0] is not { } low || answers[1] is not { } high || holds(low, high));

    private static SqlText Number(Column column) => SqlText.Call(SqlFunction.Number, SqlText.Of($"{column}"));

    // An engine may take NaN and the infinities for numbers; a demand does not, so that next to them the extremes prove nothing.
    private static (double Low, double High)? AreFinite(IReadOnlyList<object?> answers) =>
        (Figure.Read(answers[0]), Figure.Read(answers[1])) is var (low, high) && double.IsFinite(low) && double.IsFinite(high) ? (low, high) : null;
}
