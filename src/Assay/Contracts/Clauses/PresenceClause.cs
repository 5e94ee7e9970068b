using System.Collections.Immutable;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Values are there.</summary>
/// <param name="Missing">Texts that count as missing besides NULL and the empty text.</param>
public sealed record PresenceClause(string Title, Column Column, ImmutableArray<string> Missing) : Clause("required", Title, [Column])
{
    private SetTest Words { get; } = new(Missing);

    public override SqlText Aggregate => Count(Condition);

    public override bool JudgesSingleRows => true;

    private SqlText Condition => Missing.IsEmpty
        ? SqlText.Of($"(NOT {HasValue(Column)})")
        : SqlText.Of($"(NOT {HasValue(Column)} OR NOT {Words.Fails(Column)})");

    public override SqlText FailingRows(SqlText from) => Condition;

    public override bool Fails(RowCells row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var value = row[Column.Ordinal];
        return value.IsEmpty || !Missing.IsEmpty && Words.Passes(value, double.NaN);
    }
}
