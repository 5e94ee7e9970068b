using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns of the reference that are no more there, under no other name either.</summary>
public sealed class RemovedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0801", "removed-columns", "Column no longer there", Dimension.Stability, Severity.Error);

    // The target of later data is often not known yet; that it is absent breaks nothing.
    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Pairing.Removed.Where(old => old.Name != comparison.AbsentTarget).Select(old => new Finding(
            Rule, [], $"The reference has a column {old.Name}; the current table has neither it nor a column with such content.")
        {
            Aspect = old.Name, AffectedRows = comparison.Current.Rows, Title = $"Column {old.Name} is no longer there", Evidence = [new("column", old.Name)],
        });
    }
}
