using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>An aggregate over the whole table.</summary>
public sealed record FigureClause(string Kind, string Title, ImmutableArray<Column> Columns, SqlText Figure) : Clause(Kind, Title, Columns)
{
    public override SqlText Aggregate => Figure;

    /// <summary>The share of a column's present values that are in a list, in percent.</summary>
    public static FigureClause Share(string title, Column column, SetTest values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new("share", title, [column], SqlText.Of($"100.0 * {Count(SqlText.Of($"{HasValue(column)} AND NOT {values.Fails(column)}"))} / nullif({Count(HasValue(column))}, 0)"))
        {
            Running = RunningFigure.Share, Counted = values, Dimension = Dimension.Plausibility,
        };
    }

    /// <summary>How the figure is kept up while rows stream by; none for figures that need all rows at once.</summary>
    public RunningFigure Running { get; init; }

    /// <summary>Of <see cref="RunningFigure.Share"/>: the values that are counted.</summary>
    public SetTest? Counted { get; init; }
}

/// <summary>Figures that a stream can keep up row by row.</summary>
public enum RunningFigure
{
    None,
    Rows,

    /// <summary>The mean of a column's numbers.</summary>
    Mean,

    /// <summary>The geometric mean of a column's numbers above zero.</summary>
    GeometricMean,

    /// <summary>The values among a column's present ones that are in a list, in percent.</summary>
    Share,

    /// <summary>The zeros among a column's present values, in percent.</summary>
    ZeroShare,
}
