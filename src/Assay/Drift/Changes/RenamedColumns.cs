using Assays.Detectors;
using Assays.Findings;

namespace Assays.Drift.Changes;

/// <summary>Columns that go on under another name, found by their content.</summary>
public sealed class RenamedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0803", "renamed-columns", "Column with a new name", Dimension.Stability, Severity.Error);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Pairs.Where(static p => p.IsRenamed).Select(pair => new Finding(
            Rule, [pair.Column],
            $"{Wording.Quote(pair.Reference.Name)} of the reference seems to be called {Wording.Quote(pair.Current.Name)} now: its content goes on there and in no other column.")
        {
            AffectedRows = comparison.Current.Rows,
            Evidence = [new("formerName", pair.Reference.Name), new("contentDistance", Likeness.Distance(pair.Reference, pair.Current))],
        });
    }
}
