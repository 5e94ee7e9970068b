using System.Globalization;
using Assays.Data;

namespace Assays.Sql.Dialects;

/// <summary>
/// PostgreSQL's spelling. A sum or a product that leaves the range of a double is an error there, and so is a cast of a text that is no number:
/// numbers beyond ±1e140 are not read, and those within ±1e-140 are read as 0, so that no value can stop a survey.
/// </summary>
public sealed class PostgresDialect : Dialect
{
    /// <summary>
    /// PostgreSQL computes an expression as often as it stands in a query, and to read a text as a number is dear: what stands twice goes into an
    /// inner query, which OFFSET 0 keeps from being merged into the outer one.
    /// </summary>
    public override SqlText Aggregate(IEnumerable<SqlText> aggregates, SqlText from)
    {
        SqlText[] asked = [.. aggregates];
        var repeated = asked.SelectMany(static a => a.Calls).Where(static c => c.Function == SqlFunction.Number).GroupBy(Key, StringComparer.Ordinal).Where(static g => g.Count() > 1)
            .Select(static (g, i) => (g.Key, Call: SqlText.Call(SqlFunction.Number, g.First().Arguments.AsSpan()), Name: SqlText.Name(string.Create(CultureInfo.InvariantCulture, $"assay:number{i + 1}"))))
            .ToArray();
        if (repeated.Length == 0) return base.Aggregate(asked, from);

        var numbers = SqlText.Join(", ", repeated.Select(static n => SqlText.Of($"{n.Call} AS {n.Name}")));
        var names = repeated.ToDictionary(static n => n.Key, static n => n.Name, StringComparer.Ordinal);
        var named = asked.Select(a => a.Replace(call => call.Function == SqlFunction.Number ? names.GetValueOrDefault(Key(call)) : null));
        return base.Aggregate(named, SqlText.Of($"(SELECT *, {numbers} FROM {from} OFFSET 0) AS source"));
    }

    private string Key(SqlPart.Call call) => RenderInline(SqlText.Call(call.Function, call.Arguments.AsSpan()));

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

    // Bounds of repetitions make PostgreSQL's matching sixty times slower, so that the length is looked at by itself.
    private static SqlText Spelled(SqlText text) => SqlText.Of(
        $$"""(CASE WHEN length({{text}}) <= 280 AND {{text}} ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$' THEN {{Ranged(SqlText.Of($"CAST({text} AS numeric)"))}} END)""");

    /// <summary>NaN is greater than all numbers in PostgreSQL, so that it is left out with those that are too large.</summary>
    private static SqlText Ranged(SqlText number) => SqlText.Of(
        $"(CASE WHEN abs({number}) <= 1e140 THEN CASE WHEN abs({number}) >= 1e-140 THEN CAST({number} AS double precision) ELSE 0 END END)");
}
