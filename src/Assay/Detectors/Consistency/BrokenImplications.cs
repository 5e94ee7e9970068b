using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>Rows that break a rule which all but a few rows obey: no child, and yet an exemption for one.</summary>
public sealed class BrokenImplications : Detector
{
    private const double Confidence = 0.7;

    public override Rule Rule { get; } = new("AS0311", "broken-implication", "Value that its row rules out", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var blamed = new HashSet<(int Row, int Column)>();
        foreach (var rule in Implication.Find(sample))
        {
            var culprit = Culprit.Find(sample, rule, examination.Profile.Relations.Dependencies);
            if (culprit is null) continue;
            var rows = culprit.Rows.Where(row => blamed.Add((row, culprit.Column.Column.Ordinal))).ToArray();
            if (rows.Length == 0) continue;
            yield return ToFinding(sample, rule, culprit, rows);
        }
    }

    private Finding ToFinding(Sample sample, Implication rule, Culprit culprit, int[] rows)
    {
        var (premise, conclusion) = (rule.Premise, rule.Conclusion);
        var text = $"{premise.Column.Label} {Wording.Quote(premise.Values[rule.If])} goes with {conclusion.Column.Label} {Wording.Quote(conclusion.Values[rule.Then])} in "
            + $"{Wording.Percent(1 - ((double)rule.Breaches.Length / rule.Support))} of {Wording.Count(rule.Support, "row")}";
        var cells = rows.Select(row => new SuspectCell(
            sample.RowNumbers[row], culprit.Column.Column, culprit.Column[row], Confidence,
            $"{text}; here {conclusion.Column.Label} is {Wording.Quote(conclusion[row]!)}{(culprit.Column == premise ? $", as it is where {premise.Column.Label} is {Wording.Quote(culprit.Instead)}" : "")}.",
            new(culprit.Instead))).ToImmutableArray();
        return new(Rule, [culprit.Column.Column, .. new[] { premise.Column, conclusion.Column }.Where(c => c != culprit.Column.Column)],
            $"{text}, but not in {Wording.Count(rows.Length, "row")}.")
        {
            Aspect = $"{premise.Values[rule.If]}",
            Cells = cells,
            AffectedRows = cells.Length,
            AffectedCells = cells.Length,
            Confidence = Confidence,
            Evidence = [new("support", (long)rule.Support), new("breaches", (long)rule.Breaches.Length), new("elsewhere", rule.Elsewhere)],
        };
    }
}
