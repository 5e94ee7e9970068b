using System.Globalization;
using System.Text;

namespace Assays.Sql;

/// <summary>How one engine spells SQL. Everything that differs between engines is in a dialect and nowhere else.</summary>
public abstract class Dialect
{
    /// <summary>Whether the engine knows window functions.</summary>
    public virtual bool RanksRows => true;

    /// <summary>A query that answers aggregates over all rows in one scan.</summary>
    /// <param name="aggregates">The aggregates.</param>
    /// <param name="from">What stands after FROM.</param>
    public virtual SqlText Aggregate(IEnumerable<SqlText> aggregates, SqlText from) => SqlText.Of($"SELECT {SqlText.Join(", ", aggregates)} FROM {from}");

    /// <summary>Renders SQL to text and parameters.</summary>
    public SqlCommandText Render(SqlText sql) => Render(sql, inline: false);

    /// <summary>Renders SQL to text with its values written out, for statements that take no parameters, such as those that define a view.</summary>
    public string RenderInline(SqlText sql) => Render(sql, inline: true).Text;

    private SqlCommandText Render(SqlText sql, bool inline)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var text = new StringBuilder();
        var parameters = new List<object?>();
        Append(sql);
        return new(text.ToString(), parameters);

        void Append(SqlText part)
        {
            foreach (var piece in part.Parts)
            {
                switch (piece)
                {
                    case SqlPart.Raw(var raw): text.Append(raw); break;
                    case SqlPart.Name(var name, _): text.Append(Quote(name)); break;
                    case SqlPart.Value(var value) when inline: text.Append(Literal(value)); break;
                    case SqlPart.Value(var value): parameters.Add(value); text.Append(Parameter(parameters.Count)); break;
                    case SqlPart.Call(var function, var arguments): Append(Spell(function, arguments.AsSpan())); break;
                }
            }
        }
    }

    protected virtual string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    protected virtual string Literal(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "TRUE" : "FALSE",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("There is no way to write this value in SQL.", nameof(value)),
    };

    protected virtual string Parameter(int position) => string.Create(CultureInfo.InvariantCulture, $"${position}");

    protected abstract SqlText Spell(SqlFunction function, ReadOnlySpan<SqlText> arguments);
}

/// <summary>Text and parameters, ready for one engine.</summary>
public sealed record SqlCommandText(string Text, IReadOnlyList<object?> Parameters);
