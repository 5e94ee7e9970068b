using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>A query of the contract's own, with one value. It may only read: it is asked as a part of a SELECT.</summary>
/// <param name="Sql">
/// The query; <c>{object}</c> and <c>{property}</c>, also called <c>table</c> and <c>column</c> and also written with a dollar sign in front,
/// stand for what it is about. Other braces are SQL's own.
/// </param>
public sealed partial record QueryClause(string Title, ImmutableArray<Column> Columns, string Sql) : Clause("query", Title, Columns)
{
    /// <exception cref="InputException">The query has a placeholder that stands for nothing.</exception>
    public override SqlText Query(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var parts = new List<SqlText>();
        var (sql, at) = (Sql.Trim().TrimEnd(';'), 0);
        SingleQuery.Of(Placeholder().Replace(sql, "x"));
        foreach (var match in Placeholder().EnumerateMatches(sql))
        {
            parts.Add(SqlText.Verbatim(sql[at..match.Index]));
            parts.Add(Meant(sql.AsSpan(match.Index, match.Length).Trim("${}").ToString(), table));
            at = match.Index + match.Length;
        }

        parts.Add(SqlText.Verbatim(sql[at..]));
        return SqlText.Of($"SELECT * FROM (\n{SqlText.Join("", parts)}\n) AS answer");
    }

    private SqlText Meant(string name, Table table) => name switch
    {
        "table" or "object" => table.From,
        "column" or "property" when Columns.Length > 0 => SqlText.Of($"{Columns[0]}"),
        _ => throw new InputException($"The query of '{Title}' has a placeholder '{name}' that stands for nothing here."),
    };

    [GeneratedRegex("\\$\\{[^{}]*\\}|\\{(object|property|table|column|schema)\\}")]
    private static partial Regex Placeholder();
}
