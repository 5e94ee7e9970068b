using System.Collections.Immutable;
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

    public override bool Fails(IReadOnlyList<string?> row) =>
        SpelledNumber.TryRead(row[Low.Ordinal], out var low) && SpelledNumber.TryRead(row[High.Ordinal], out var high) && low > high;
}
