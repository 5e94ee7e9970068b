using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>An aggregate over the whole table.</summary>
public sealed record FigureClause(string Kind, string Title, ImmutableArray<Column> Columns, SqlText Figure) : Clause(Kind, Title, Columns)
{
    public override SqlText Aggregate => Figure;

    /// <summary>How the figure is kept up while rows stream by; none for figures that need all rows at once.</summary>
    public RunningFigure Running { get; init; }
}

/// <summary>Figures that a stream can keep up row by row.</summary>
public enum RunningFigure
{
    None,
    Rows,

    /// <summary>The mean of a column's numbers.</summary>
    Mean,

    /// <summary>The zeros among a column's present values, in percent.</summary>
    ZeroShare,
}
