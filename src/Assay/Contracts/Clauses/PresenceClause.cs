using System.Collections.Immutable;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Values are there.</summary>
/// <param name="Missing">Texts that count as missing besides NULL and the empty text.</param>
public sealed record PresenceClause(string Title, Column Column, ImmutableArray<string> Missing) : Clause("required", Title, [Column])
{
    public override SqlText Aggregate => Count(Condition);

    public override bool JudgesSingleRows => true;

    private SqlText Condition => Missing.IsEmpty
        ? SqlText.Of($"(NOT {HasValue(Column)})")
        : SqlText.Of($"(NOT {HasValue(Column)} OR NOT {new SetTest(Missing).Fails(Column)})");

    public override SqlText FailingRows(SqlText from) => Condition;

    public override bool Fails(IReadOnlyList<string?> row) => row[Column.Ordinal] is not { Length: > 0 } value || Missing.Contains(value);
}
