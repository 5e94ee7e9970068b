using Assays.Data;

namespace Assays.Sql.Dialects;

/// <summary>
/// PostgreSQL's spelling. A sum or a product that leaves the range of a double is an error there, and so is a cast of a text that is no number:
/// numbers beyond ±1e140 are not read, and those within ±1e-140 are read as 0, so that no value can stop a survey.
/// </summary>
public sealed class PostgresDialect : Dialect
{
    protected override SqlText Spell(SqlFunction function, ReadOnlySpan<SqlText> arguments) => function switch
    {
        // Hashes sort much faster than texts, and every type has a text; two values share one of 2^64 hashes too rarely to count.
        SqlFunction.ApproximateDistinct => SqlText.Of($"count(DISTINCT hashtextextended({Text(arguments[0])}, 0))"),
        SqlFunction.Text => Text(arguments[0]),
        SqlFunction.Number => Number(arguments[0]),
        SqlFunction.Length => SqlText.Of($"length({arguments[0]})"),
        SqlFunction.ExactSum => SqlText.Of($"sum({arguments[0]})"),
        SqlFunction.Matches => SqlText.Of($"({arguments[0]} ~ {PostgresPattern.Of(arguments[1].Constant as string ?? throw new ArgumentException("A pattern must be a value.", nameof(arguments)))})"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    // The collation makes texts compare by their characters, whatever the language of the database. A whole float is written as 5.0, as everywhere else.
    private static SqlText Text(SqlText value)
    {
        var text = SqlText.Of($"CAST({value} AS text)");
        if (value.Kind == ColumnKind.Number)
        {
            text = SqlText.Of($"CASE WHEN pg_typeof({value}) IN ('real', 'double precision') AND {text} ~ '^-?[0-9]+$' THEN {text} || '.0' ELSE {text} END");
        }

        return SqlText.Of($"(({text}) COLLATE \"C\")");
    }

    private static SqlText Number(SqlText value) => value.Kind switch
    {
        ColumnKind.Integer => SqlText.Of($"CAST({value} AS double precision)"),
        ColumnKind.Number => Ranged(value),
        _ => Spelled(SqlText.Of($"btrim(CAST({value} AS text), E' \\t\\n\\r\\f\\x0b')")),
    };

    private static SqlText Spelled(SqlText text) => SqlText.Of(
        $$"""(CASE WHEN {{text}} ~ '^[+-]?([0-9]{1,140}[.]?[0-9]{0,140}|[.][0-9]{1,140})([eE][+-]?[0-9]{1,3})?$' THEN {{Ranged(SqlText.Of($"CAST({text} AS numeric)"))}} END)""");

    /// <summary>NaN is greater than all numbers in PostgreSQL, so that it is left out with those that are too large.</summary>
    private static SqlText Ranged(SqlText number) => SqlText.Of(
        $"(CASE WHEN abs({number}) <= 1e140 THEN CASE WHEN abs({number}) >= 1e-140 THEN CAST({number} AS double precision) ELSE 0 END END)");
}
