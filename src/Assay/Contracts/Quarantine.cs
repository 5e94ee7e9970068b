using System.Collections.Immutable;
using Assays.Contracts.Clauses;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Contracts;

/// <summary>
/// Parts the rows of a table by a contract: those that break a demand of severity error that no row may break, and all others. A demand that
/// allows some rows to fail parts nothing.
/// </summary>
public static class Quarantine
{
    /// <summary>The column of the quarantined rows that says what they break.</summary>
    public const string Reasons = "assay_broken";

    public static async Task WriteAsync(Table table, ImmutableArray<Clause> clauses, string valid, string quarantine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var broken = clauses
            .Where(static c => c.Severity == Severity.Error && c.Expectation == Expectation.None)
            .Select(c => (Clause: c, Rows: c.FailingRows(table.From)))
            .Where(static c => c.Rows is not null)
            .ToImmutableArray();
        var any = broken.IsEmpty ? SqlText.Of($"FALSE") : SqlText.Of($"coalesce({SqlText.Join(" OR ", broken.Select(static c => SqlText.Of($"coalesce({c.Rows!}, FALSE)")))}, FALSE)");
        var reasons = broken.IsEmpty
            ? SqlText.Of($"''")
            : SqlText.Of($"concat_ws('; ', {SqlText.Join(", ", broken.Select(static c => SqlText.Of($"CASE WHEN {c.Rows!} THEN {c.Clause.Title} END")))})");
        await table.ExportAsync(valid, TableChanges.None with { Keep = SqlText.Of($"NOT {any}") }, cancellationToken);
        await table.ExportAsync(quarantine, TableChanges.None with { Keep = any, Added = new(Reasons, reasons) }, cancellationToken);
    }
}
