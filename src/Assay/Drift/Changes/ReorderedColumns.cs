using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns that come in another order, which breaks whoever reads by position.</summary>
public sealed class ReorderedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0805", "reordered-columns", "Columns in another order", Dimension.Stability, Severity.Note);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var pairs = comparison.Pairs;
        var moved = pairs.Zip(pairs.OrderBy(static p => p.Reference.Ordinal)).Where(static z => !ReferenceEquals(z.First, z.Second)).Select(static z => z.First.Column).ToList();
        if (moved.Count == 0) yield break;
        yield return new(
            Rule, [.. moved.Take(20)],
            $"The columns come in another order than in the reference, from {moved[0].Label} on. Programs that read by name are not touched; those that read by position are.")
        {
            Evidence = [new("columnsMoved", (long)moved.Count)],
        };
    }
}
