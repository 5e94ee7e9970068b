using System.Collections.Immutable;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>One column is not above another, compared as numbers; rows in which one of them is none are not judged.</summary>
public sealed record OrderClause(string Title, Column Low, Column High) : Clause("order", Title, [Low, High])
{
    public override SqlText Aggregate => Count(Condition);

    public override bool JudgesSingleRows => true;

    private SqlText Condition => SqlText.Of($"({SpelledNumber.Of(Low)} > {SpelledNumber.Of(High)})");

    public override SqlText FailingRows(SqlText from) => Condition;

    // A comparison with NaN is false: rows without both numbers are not judged.
    public override bool Fails(RowCells row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Number(Low.Ordinal) > row.Number(High.Ordinal);
    }
}
