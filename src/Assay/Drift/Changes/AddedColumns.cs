using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns that the reference does not have.</summary>
public sealed class AddedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0802", "added-columns", "New column", Dimension.Stability, Severity.Note);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Pairing.Added.Select(column => new Finding(Rule, [column], $"{column.Label} is not in the reference, so nothing is known of how it should be."));
    }
}
