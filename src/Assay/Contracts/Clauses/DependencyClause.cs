using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>Rows with the same determinants have the same dependent. The figure counts the rows without their group's most frequent value.</summary>
public sealed record DependencyClause(string Title, ImmutableArray<Column> Determinants, Column Dependent) : Clause("dependency", Title, [Dependent, .. Determinants])
{
    public override bool RanksRows => true;

    private SqlText Left => SqlText.Join(", ", Determinants.Select(static d => SqlText.Of($"{d}")));

    private SqlText Complete => SqlText.Join(" AND ", Columns.Select(HasValue));

    public override SqlText Query(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var pairs = SqlText.Of($"SELECT {Left}, {Dependent}, count(*) AS n FROM {table.Unnumbered} WHERE {Complete} GROUP BY {Left}, {Dependent}");
        return SqlText.Of($"SELECT coalesce(sum(every - most), 0) FROM (SELECT sum(n) AS every, max(n) AS most FROM ({pairs}) AS pairs GROUP BY {Left}) AS groups");
    }

    public override SqlText FailingRows(SqlText from) =>
        SqlText.Of($"(({Left}, {Dependent}) IN (SELECT {Left}, {Dependent} FROM ({Ranked(from)}) AS ranked WHERE place > 1))");

    private SqlText Ranked(SqlText from) => SqlText.Of(
        $"SELECT {Left}, {Dependent}, count(*) AS n, row_number() OVER (PARTITION BY {Left} ORDER BY count(*) DESC, {Dependent}) AS place FROM {from} WHERE {Complete} GROUP BY {Left}, {Dependent}");
}
