using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>A query of the contract's own, with one value. It may only read: it is asked as a part of a SELECT.</summary>
/// <param name="Sql">The query; <c>${table}</c> (or <c>${object}</c>) and <c>${column}</c> (or <c>${property}</c>) stand for what it is about.</param>
public sealed record QueryClause(string Title, ImmutableArray<Column> Columns, string Sql) : Clause("query", Title, Columns)
{
    /// <exception cref="InputException">The query has a placeholder that stands for nothing.</exception>
    public override SqlText Query(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pieces = Sql.Trim().TrimEnd(';').Split("${");
        var parts = new List<SqlText> { SqlText.Verbatim(pieces[0]) };
        foreach (var piece in pieces.Skip(1))
        {
            var end = piece.IndexOf('}', StringComparison.Ordinal);
            parts.Add(Meant(end < 0 ? piece : piece[..end], table));
            parts.Add(SqlText.Verbatim(piece[(end + 1)..]));
        }

        return SqlText.Of($"SELECT * FROM ({SqlText.Join("", parts)}) AS answer");
    }

    private SqlText Meant(string name, Table table) => name switch
    {
        "table" or "object" => table.From,
        "column" or "property" when Columns.Length > 0 => SqlText.Of($"{Columns[0]}"),
        _ => throw new InputException($"The query of '{Title}' has a placeholder '{name}' that stands for nothing here."),
    };
}
