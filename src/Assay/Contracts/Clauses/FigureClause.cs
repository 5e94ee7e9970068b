using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>An aggregate over the whole table.</summary>
public sealed record FigureClause(string Kind, string Title, ImmutableArray<Column> Columns, SqlText Figure) : Clause(Kind, Title, Columns)
{
    public override SqlText Aggregate => Figure;
}
