using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Findings;

/// <summary>One problem with one cause: what, where, how sure, why, and what would mend it.</summary>
/// <param name="Rule">What was looked for.</param>
/// <param name="Columns">The columns it is about, the most concerned first; empty when it is about the whole table.</param>
/// <param name="Explanation">One or two plain sentences with the numbers in them, which a domain expert would accept.</param>
public sealed record Finding(Rule Rule, ImmutableArray<Column> Columns, string Explanation)
{
    /// <summary>Tells apart findings of one rule on the same columns; empty where there is one.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>A stable name: the rule's, the columns' and the aspect: <c>missing-values:age</c>.</summary>
    public string Id => string.Join(':', new[] { Rule.Name, string.Join('+', Columns.Select(c => c.Label)), Aspect }.Where(s => s.Length > 0));

    /// <summary>A few words; the rule's title unless the finding knows better.</summary>
    public string Title { get => field ?? Rule.Title; init; }

    /// <summary>How bad it is; the rule's severity unless the finding knows better.</summary>
    public Severity Severity { get => field; init; } = Rule.Severity;

    /// <summary>The calibrated probability, 0 to 1, that this is a problem.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The numbers behind the explanation, by name; a number is <see cref="double"/> or <see cref="long"/>, all else text.</summary>
    public ImmutableArray<KeyValuePair<string, object>> Evidence { get; init; } = [];

    /// <summary>The suspicious cells, by row and column. With a sampled table: those that were found (see <see cref="AffectedCells"/>).</summary>
    public ImmutableArray<SuspectCell> Cells { get; init; } = [];

    /// <summary>The first rows, by 0-based record number, that are wrong as a whole and not in one cell: copies, ragged records. At most 10,000.</summary>
    public ImmutableArray<long> WholeRows { get; init; } = [];

    /// <summary>The rows that show it best, five at most: those of its most suspicious cells, and the first of those that are wrong as a whole.</summary>
    public IEnumerable<long> RowsToShow => Cells.OrderByDescending(static c => c.Confidence).ThenBy(static c => c.Row).Select(static c => c.Row).Concat(WholeRows).Distinct().Take(5);

    /// <summary>Rows concerned in the whole table; estimated when the table was sampled and <see cref="Rows"/> is none.</summary>
    public long AffectedRows { get; init; }

    /// <summary>Cells concerned in the whole table.</summary>
    public long AffectedCells { get; init; }

    /// <summary>
    /// The condition that picks exactly the concerned rows in the whole table, when there is one. It lets the engine list
    /// rows that the sample does not hold.
    /// </summary>
    public SqlText? Rows { get; init; }

    /// <summary>What would mend it, when something would.</summary>
    public Repair? Repair { get; init; }
}

/// <summary>One cell that is probably wrong.</summary>
/// <param name="Row">The 0-based record number in the source's order, the header not counted.</param>
/// <param name="Column">Its column.</param>
/// <param name="Value">What the cell holds; null when it is missing.</param>
/// <param name="Confidence">The probability, 0 to 1, that the value is wrong.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Repair">What it should hold; none when that is not known.</param>
public sealed record SuspectCell(long Row, Column Column, string? Value, double Confidence, string Reason, Replacement? Repair = null)
{
    /// <summary>Whether the value is more likely wrong than right. Cells below even odds are kept for their repair and listed nowhere as wrong.</summary>
    public bool IsLikely => Confidence >= 0.5;
}

/// <summary>A value to put in a cell; null makes the cell missing.</summary>
public readonly record struct Replacement(string? Value);

/// <summary>What would mend a finding.</summary>
/// <param name="Description">What to do, in words.</param>
/// <param name="IsCertain">Whether it may be applied without asking: it loses nothing and cannot be wrong.</param>
public sealed record Repair(string Description, bool IsCertain)
{
    /// <summary>The new value of the finding's first column, computed by the engine for the rows of <see cref="Finding.Rows"/>.</summary>
    public SqlText? Expression { get; init; }
}
