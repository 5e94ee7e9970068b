using System.Collections.Immutable;
using Assays.Detectors;
using Assays.Drift.Parts;
using Assays.Findings;
using Assays.Sql;
using Assays.Statistics;

namespace Assays.Drift.Changes;

/// <summary>Columns that changed in some groups of rows and not in the rest: where a change is, and changes that the whole hides.</summary>
public sealed class ChangedGroups : ChangeDetector
{
    public const string Id = "AS0819";

    private const int MostTold = 5;

    /// <summary>A change is of a group when the rest changed at most this part of it.</summary>
    private const double RestShare = 1 / 3.0;

    public override Rule Rule { get; } = new(Id, "changed-groups", "Change in some groups only", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Parts is not { Period: null } parts ? "No column was named that tells groups."
            : comparison.ReferenceSample is null ? "A baseline has no rows to take apart."
            : !parts.HasReference ? $"The reference has no {parts.By.Label}, or none of its values."
            : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var parts = comparison.Parts!;
        var groups = parts.Parts.Where(static part => part.ReferenceRows.Length >= ColumnPair.FewestRows).ToImmutableArray();
        var pairs = comparison.Pairs.Where(pair => pair.Column != parts.By).ToArray();
        var changes = pairs.SelectMany(pair => groups.Select(group => GroupChange.Of(comparison, Slice.Comparable(pair), group))).ToArray();
        var levels = FalseDiscovery.Adjust([.. changes.Select(static change => change.PValue)]);
        foreach (var ofPair in changes.Zip(levels).GroupBy(static c => c.First.Pair.Column))
        {
            var believed = ofPair.Where(static c => c.Second <= Comparison.Level).Select(static c => c.First with { QValue = c.Second }).Where(static c => c.Difference is not null).ToArray();
            if (believed.Length > 0 && Report(comparison, parts, believed) is { } finding) yield return finding;
        }
    }

    private Finding? Report(Comparison comparison, Partition parts, GroupChange[] changes)
    {
        var pair = changes[0].Pair;
        var beside = GroupChange.Rest(comparison, pair, changes);

        // Where nothing is left that stayed, the change is one of the whole.
        if (Math.Min(beside.Reference.Rows, beside.Current.Rows) < ColumnPair.FewestRows) return null;
        var rest = Difference.Of(beside);
        if (rest?.Effect > RestShare * changes.Max(static change => change.Difference!.Effect)) return null;
        var own = changes.OrderByDescending(static change => change.Difference!.Effect * change.Group.CurrentRows.Length).ToArray();
        var told = string.Join("; ", own.Take(MostTold).Select(change => $"{Wording.Quote(change.Group.Name)} {change.Difference!.Words}"));
        var more = own.Length > MostTold ? $"; and {Wording.Count(own.Length - MostTold, "group")} more" : "";
        var whole = comparison.Pairs.First(p => p.Column == pair.Column);
        var isTold = comparison.HasMovedNotably(whole) || comparison.IsExplained(whole);
        var rows = (long)Math.Round(own.Sum(static change => (double)change.Group.CurrentRows.Length) * comparison.Current.Rows / Math.Max(1, comparison.Sample.Rows));
        return new(Rule, [pair.Column, parts.By], $"{pair.Column.Label} changed by {parts.By.Label}: {told}{more}. {(rest is null ? "The rest is as it was." : $"The rest: {rest.Words}.")}")
        {
            Severity = isTold || own.All(static change => !change.Difference!.IsNotable) ? Severity.Note : Severity.Warning,
            Confidence = Math.Clamp(1 - own.Min(static change => change.QValue), 0.5, 0.999),
            AffectedRows = rows,
            Rows = SqlText.Of($"{SqlText.Call(SqlFunction.Text, SqlText.Of($"{parts.By}"))} IN ({SqlText.Join(", ", own.Select(static change => SqlText.Of($"{change.Group.Value!}")))})"),
            Evidence = [new("groups", (long)own.Length), new("effect", own.Max(static change => change.Difference!.Effect)), new("effectOfTheRest", rest?.Effect ?? 0), new("qValue", own.Min(static change => change.QValue))],
        };
    }
}
