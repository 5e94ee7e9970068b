using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Two columns whose contents were exchanged.</summary>
public sealed class SwappedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0806", "swapped-columns", "Columns exchanged", Dimension.Stability, Severity.Error);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Swaps.Select(swap => new Finding(
            Rule, [swap.First.Column, swap.Second.Column],
            $"{swap.First.Column.Label} holds what {swap.Second.Column.Label} held in the reference, and the other way round: the two seem to be exchanged.")
        {
            AffectedRows = comparison.Current.Rows,
            Evidence =
            [
                new("distanceToOwn", Likeness.Distance(swap.First.Reference, swap.First.Current)), new("distanceToOther", Likeness.Distance(swap.Second.Reference, swap.First.Current)),
            ],
        });
    }
}
