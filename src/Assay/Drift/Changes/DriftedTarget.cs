using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>A target, or a model's predictions, whose distribution moved.</summary>
public sealed class DriftedTarget : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0815", "drifted-target", "Target that moved", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Target is null && comparison.Prediction is null ? "No target and no predictions were named, or the current table has none." : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return
            from pair in comparison.Pairs
            where (pair.Column == comparison.Target || pair.Column == comparison.Prediction) && !comparison.IsExplained(pair) && comparison.HasMoved(pair)
            select DriftedColumns.Report(Rule, pair, comparison.Shifts[pair]) with { Title = pair.Column == comparison.Target ? "Target that moved" : "Predictions that moved" };
    }
}
