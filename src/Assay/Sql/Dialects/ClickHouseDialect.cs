using System.Text;
using Assays.Data;

namespace Assays.Sql.Dialects;

/// <summary>
/// ClickHouse's spelling, in words that servers from 18.16 on know. Its old servers take no parameters: values are always written out. A compensated
/// sum over shards ends them; the sums here are of distances from a mean and need none.
/// </summary>
public sealed class ClickHouseDialect : Dialect
{
    /// <summary>Servers before 21 know none.</summary>
    public override bool RanksRows => false;

    protected override string Quote(string identifier) => $"`{Escape(identifier, '`')}`";

    protected override string Literal(object? value) => value switch
    {
        string text => $"'{Escape(text, '\'')}'",
        bool truth => truth ? "1" : "0",
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => base.Literal(value),
    };

    protected override SqlText Spell(SqlFunction function, ReadOnlySpan<SqlText> arguments) => function switch
    {
        SqlFunction.ApproximateDistinct => SqlText.Of($"uniq({arguments[0]})"),
        SqlFunction.Text => Text(arguments[0]),
        SqlFunction.Number => Number(arguments[0]),
        SqlFunction.Length => SqlText.Of($"lengthUTF8({arguments[0]})"),
        SqlFunction.Matches => SqlText.Of($"match({arguments[0]}, {arguments[1]})"),
        SqlFunction.ExactSum => SqlText.Of($"sum({arguments[0]})"),
        _ => throw new ArgumentOutOfRangeException(nameof(function)),
    };

    // A whole float is written as 5.0, as everywhere else.
    private static SqlText Text(SqlText value) => value.Kind switch
    {
        ColumnKind.Text => value,
        ColumnKind.Number => SqlText.Of($"if(toTypeName({value}) LIKE '%Float%' AND match(toString({value}), '^-?[0-9]+$'), concat(toString({value}), '.0'), toString({value}))"),
        _ => SqlText.Of($"toString({value})"),
    };

    private static SqlText Number(SqlText value) => value.Kind switch
    {
        ColumnKind.Integer => SqlText.Of($"toFloat64({value})"),
        ColumnKind.Number => Finite(SqlText.Of($"toFloat64({value})")),
        _ => Spelled(Unpadded(SqlText.Of($"replaceRegexpAll(toString({value}), {@"^[ \t\n\r\f\v]+\+?|^\+|[ \t\n\r\f\v]+$"}, '')"))),
    };

    // Old servers read no digit behind the nineteenth zero.
    private static SqlText Unpadded(SqlText text) => SqlText.Of($"replaceRegexpOne({text}, '^(-?)0+([0-9])', {@"\1\2"})");

    private static SqlText Spelled(SqlText text) => SqlText.Of(
        $"if(match({text}, {"^-?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$"}), {Finite(SqlText.Of($"toFloat64OrNull({text})"))}, NULL)");

    private static SqlText Finite(SqlText number) => SqlText.Of($"if(isFinite({number}), {number}, NULL)");

    private static string Escape(string text, char quote)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter == '\0') escaped.Append("\\0");
            else if (letter == '\\' || letter == quote) escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
