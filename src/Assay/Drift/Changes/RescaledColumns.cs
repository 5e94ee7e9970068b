using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns whose numbers are all in another unit, or of the other sign.</summary>
public sealed class RescaledColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0810", "rescaled-columns", "Numbers in another unit", Dimension.Stability, Severity.Error);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Rescalings.Select(found => new Finding(
            Rule, [found.Pair.Column],
            $"The numbers of {found.Pair.Column.Label} seem to be {found.Change} ({found.Cause}): with that undone they lie as in the reference.")
        {
            Aspect = found.Change,
            AffectedRows = found.Pair.Current.Present,
            Evidence = [new("change", found.Change), new("distance", found.Before), new("distanceUndone", found.After)],
        });
    }
}
