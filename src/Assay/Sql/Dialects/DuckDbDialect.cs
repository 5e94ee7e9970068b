namespace Assays.Sql.Dialects;

/// <summary>DuckDB's spelling.</summary>
public sealed class DuckDbDialect : Dialect
{
    // A statement ends at its first NUL.
    protected override string Literal(object? value) =>
        value is string text && text.Contains('\0', StringComparison.Ordinal) ? $"({string.Join(" || chr(0) || ", text.Split('\0').Select(base.Literal))})" : base.Literal(value);

    protected override SqlText Spell(SqlFunction function, ReadOnlySpan<SqlText> arguments) => function switch
    {
        SqlFunction.ApproximateDistinct => SqlText.Of($"approx_count_distinct({arguments[0]})"),
        SqlFunction.Text => SqlText.Of($"CAST({arguments[0]} AS VARCHAR)"),
        SqlFunction.Number => SqlText.Of($"TRY_CAST({arguments[0]} AS DOUBLE)"),
        SqlFunction.Length => SqlText.Of($"length({arguments[0]})"),
        SqlFunction.Matches => SqlText.Of($"regexp_matches({arguments[0]}, {arguments[1]})"),
        SqlFunction.ExactSum => SqlText.Of($"fsum({arguments[0]})"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };
}
