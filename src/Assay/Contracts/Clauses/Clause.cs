using System.Collections.Immutable;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>One thing that a contract demands of a table, bound to its columns: a figure that the engine computes and what it must be.</summary>
/// <param name="Kind">A word for the kind of demand: <c>required</c>, <c>range</c>; it names the check in reports.</param>
/// <param name="Title">What is demanded, in words: <c>'age' is from 0 to 120</c>.</param>
/// <param name="Columns">The columns that it is about.</param>
public abstract record Clause(string Kind, string Title, ImmutableArray<Column> Columns)
{
    /// <summary>What the figure must be; by default no row may fail.</summary>
    public Expectation Expectation { get; init; } = Expectation.None;

    /// <summary>Whether the figure is compared in percent of the rows.</summary>
    public bool InPercent { get; init; }

    public Dimension Dimension { get; init; } = Dimension.Validity;
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>Why it is demanded, when the contract says so.</summary>
    public string? Reason { get; init; }

    public Rule Rule => new(ContractChecker.RuleId, $"contract-{Kind}", Title, Dimension, Severity);

    /// <summary>An aggregate over the table, which is asked together with those of other clauses; none for what needs a query of its own.</summary>
    public virtual SqlText? Aggregate => null;

    /// <summary>What can prove, without the <see cref="Aggregate"/>, that the figure is 0; none where nothing is cheaper than to count.</summary>
    public virtual Proof? Proof => null;

    /// <summary>A query with one value, for what one aggregate cannot say.</summary>
    public virtual SqlText? Query(Table table) => null;

    /// <summary>The condition that picks the rows that break the demand; none for demands on the table as a whole.</summary>
    public virtual SqlText? FailingRows(SqlText from) => null;

    /// <summary>Whether <see cref="FailingRows"/> ranks rows by a window function, which old engines lack.</summary>
    public virtual bool RanksRows => false;

    /// <summary>Whether one row by itself can break the demand, so that a stream can be checked row by row.</summary>
    public virtual bool JudgesSingleRows => false;

    /// <summary>Whether a row breaks the demand, exactly as <see cref="FailingRows"/> says it to the engine.</summary>
    public virtual bool Fails(RowCells row) => false;

    private protected static SqlText Count(SqlText condition) => SqlText.Of($"count(CASE WHEN {condition} THEN 1 END)");

    /// <summary>Whether a column has a value: NULL and texts without characters are none.</summary>
    internal static SqlText HasValue(Column column) =>
        column.Kind == ColumnKind.Text ? SqlText.Of($"(coalesce({column}, '') <> '')") : SqlText.Of($"{column} IS NOT NULL");
}
