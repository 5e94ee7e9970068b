using System.Collections.Immutable;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Contracts.Clauses;

/// <summary>No two rows have the same values in some columns. The figure counts the rows beyond the first of each.</summary>
public sealed record UniqueClause(string Title, ImmutableArray<Column> Keys) : Clause("unique", Title, Keys)
{
    public override SqlText? Aggregate => Keys.Length > 1 ? null : SqlText.Of($"{Count(Complete)} - count(DISTINCT CASE WHEN {Complete} THEN {Names} END)");

    public override SqlText Query(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return SqlText.Of($"SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM {table.Unnumbered} WHERE {Complete} GROUP BY {Names} HAVING count(*) > 1) AS repeated");
    }

    private SqlText Names => SqlText.Join(", ", Keys.Select(static k => SqlText.Of($"{k}")));

    private SqlText Key => Keys.Length == 1 ? Names : SqlText.Of($"({Names})");

    private SqlText Complete => SqlText.Join(" AND ", Keys.Select(HasValue));

    public override SqlText FailingRows(SqlText from) =>
        SqlText.Of($"({Complete} AND {Key} IN (SELECT {Names} FROM {from} WHERE {Complete} GROUP BY {Names} HAVING count(*) > 1))");
}
