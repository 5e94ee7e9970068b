using Assays.Detectors;
using Assays.Drift.Baselines;
using Assays.Findings;
using ValueType = Assays.Profiling.ValueType;

namespace Assays.Drift.Changes;

/// <summary>Columns whose values are of another kind: numbers that became texts, dates that became numbers.</summary>
public sealed class RetypedColumns : ChangeDetector
{
    public override Rule Rule { get; } = new("AS0804", "retyped-columns", "Values of another type", Dimension.Stability, Severity.Error);

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        foreach (var pair in comparison.Pairs)
        {
            var (old, now) = (pair.Reference, pair.Current);
            if (old.Role == ColumnRole.Empty || now.Role == ColumnRole.Empty || Family(old.Type) == Family(now.Type) || comparison.IsExplained(pair)) continue;

            // Answers of 0 and 1 are numbers too: which they are called is chance.
            if (old.Values.IsComplete && old.Values.Total > 0 && Likeness.Shares(old.Values, now.Values) < 0.5) continue;
            yield return new(Rule, [pair.Column], $"{pair.Column.Label} was {Name(old.Type)} and is {Name(now.Type)} now.")
            {
                AffectedRows = now.Present, Evidence = [new("formerType", Name(old.Type)), new("type", Name(now.Type))],
            };
        }
    }

    private static int Family(ValueType type) => type switch
    {
        ValueType.Integer or ValueType.Number => 1, ValueType.Date or ValueType.Timestamp => 2, ValueType.Time => 3, ValueType.Boolean => 4, _ => 5,
    };

    private static string Name(ValueType type) => type switch
    {
        ValueType.Boolean => "yes or no", ValueType.Integer => "whole numbers", ValueType.Number => "numbers", ValueType.Date => "dates",
        ValueType.Time => "times", ValueType.Timestamp => "dates with times", _ => "text",
    };
}
