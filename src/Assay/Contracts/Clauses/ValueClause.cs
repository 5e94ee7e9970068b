using System.Collections.Immutable;
using Assays.Contracts.Streaming;
using Assays.Data;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Values that are present pass a test.</summary>
public sealed record ValueClause(string Kind, string Title, Column Column, ValueTest Test) : Clause(Kind, Title, [Column])
{
    /// <summary>Values that count as missing and are not judged.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    public override SqlText Aggregate => Count(Condition);

    public override Proof? Proof { get; } = Test.Proof(Column);

    public override bool JudgesSingleRows => true;

    private SqlText Condition => Ignored.IsEmpty
        ? SqlText.Of($"({HasValue(Column)} AND {Test.Fails(Column)})")
        : SqlText.Of($"({HasValue(Column)} AND {new SetTest(Ignored).Fails(Column)} AND {Test.Fails(Column)})");

    public override SqlText FailingRows(SqlText from) => Condition;

    public override bool Fails(RowCells row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var value = row[Column.Ordinal];
        if (value.IsEmpty || Test.Passes(value, Test.ReadsNumbers ? row.Number(Column.Ordinal) : double.NaN)) return false;
        foreach (var word in Ignored)
        {
            if (value.SequenceEqual(word)) return false;
        }

        return true;
    }
}
