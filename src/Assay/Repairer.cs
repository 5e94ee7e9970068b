using System.Collections.Immutable;
using System.Globalization;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays;

/// <summary>Makes findings' repairs in a new copy of their table, never in place.</summary>
public static class Repairer
{
    /// <summary>Writes the repaired copy and tells what was changed, by row and column.</summary>
    public static async Task<ImmutableArray<CellChange>> WriteAsync(
        Table table, IEnumerable<Finding> findings, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var changes = Plan(findings);
        await table.ExportAsync(path, changes, cancellationToken);

        var made = changes.Cells.ToDictionary(static c => (c.Row, c.Column.Ordinal));
        foreach (var rule in changes.Rules)
        {
            await foreach (var change in ChangedByAsync(rule, table, cancellationToken))
            {
                made.TryAdd((change.Row, change.Column.Ordinal), change);
            }
        }

        return [.. made.OrderBy(static c => c.Key).Select(static c => c.Value)];
    }

    /// <summary>
    /// The changes that findings ask for: by rule where the engine can compute the value, else cell by cell; of several values for
    /// one cell the most confident.
    /// </summary>
    public static TableChanges Plan(IEnumerable<Finding> findings)
    {
        var all = findings.ToImmutableArray();
        var rules = all.Where(static f => IsRule(f))
            .Select(static f => new RuleChange(f.Columns[0], f.Rows!, f.Repair!.Expression!, f.Id));
        var cells = all.Where(static f => !IsRule(f))
            .SelectMany(static f => f.Cells.Where(static c => c.Repair is not null).Select(cell => (Finding: f, Cell: cell)))
            .GroupBy(static c => (c.Cell.Row, c.Cell.Column.Ordinal))
            .Select(static group => group.MaxBy(static c => c.Cell.Confidence))
            .Select(static c => new CellChange(c.Cell.Row, c.Cell.Column, c.Cell.Value, c.Cell.Repair!.Value.Value, c.Finding.Id))
            .Where(static c => c.Before != c.After);
        return new([.. rules], [.. cells.OrderBy(static c => c.Row).ThenBy(static c => c.Column.Ordinal)]);
    }

    private static bool IsRule(Finding finding) => finding is { Rows: not null, Repair.Expression: not null, Columns.IsEmpty: false };

    private static async IAsyncEnumerable<CellChange> ChangedByAsync(
        RuleChange rule, Table table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = SqlText.Call(SqlFunction.Text, SqlText.Of($"{rule.Column}"));
        var after = SqlText.Call(SqlFunction.Text, rule.After);
        var query = SqlText.Of($"SELECT {table.RowNumber}, {before}, {after} FROM {table.From} WHERE {rule.Condition}");
        await foreach (var row in table.QueryAsync(query, cancellationToken))
        {
            if (row[1] as string == row[2] as string) continue;
            yield return new(Convert.ToInt64(row[0], CultureInfo.InvariantCulture), rule.Column, row[1] as string, row[2] as string, rule.Cause);
        }
    }
}
