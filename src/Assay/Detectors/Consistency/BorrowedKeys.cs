using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>A value that should belong to one thing stands in the rows of many: a key that was copied down, or filled in where none was known.</summary>
public sealed class BorrowedKeys : Detector
{
    /// <summary>Confidence is never more than this: one row may always be the owner's.</summary>
    private const double MostSure = 0.95;

    /// <summary>Words from which values are sentences and no names of things.</summary>
    private const double SentenceWords = 10;

    public override Rule Rule { get; } = new("AS0340", "borrowed-key", "One thing's value in the rows of others", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var scattered = ScatteredGroups.Of(examination);
        foreach (var column in sample.Columns)
        {
            var suspects = new SortedDictionary<int, (double Confidence, string Reason)>();
            foreach (var group in scattered.Where(g => g.Column == column))
            {
                foreach (var row in group.Strangers)
                {
                    suspects[row] = (Math.Min(MostSure, (double)group.Strangers.Length / group.Rows),
                        $"{column.Column.Label} {Wording.Quote(column[row]!)} stands beside {group.Partners} different {group.Partner.Label} in {Wording.Count(group.Rows, "row")}; elsewhere one {column.Column.Label} has one.");
                }
            }

            // In a random part of the rows a value that comes again there comes again far more often in the table.
            if (sample.IsComplete && !IsDescription(column))
            {
                foreach (var repeated in RepeatedUniques.Of(column, sample))
                {
                    foreach (var row in repeated.Rows)
                    {
                        suspects.TryAdd(row, (Math.Min(MostSure, repeated.Confidence),
                            $"{Wording.Quote(column[row]!)} stands in {Wording.Count(repeated.Times, "row")} that differ in all else; nearly every other {column.Column.Label} stands in one."));
                    }
                }
            }

            if (suspects.Count > 0) yield return ToFinding(sample, column, suspects);
        }
    }

    /// <summary>Whether the values are sentences: they may be alike where things are alike, and name nothing.</summary>
    private static bool IsDescription(SampledColumn column) =>
        column.Values.Length > 0 && column.Values.Average(static v => v.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) >= SentenceWords;

    private Finding ToFinding(Sample sample, SampledColumn column, SortedDictionary<int, (double Confidence, string Reason)> suspects)
    {
        var cells = suspects.Select(s => new SuspectCell(sample.RowNumbers[s.Key], column.Column, column[s.Key], s.Value.Confidence, s.Value.Reason)).ToImmutableArray();
        var values = cells.Select(static c => c.Value).Distinct().Count();
        return new(Rule, [column.Column],
            $"{Wording.Count(values, "value")} of {column.Column.Label}, which mostly tells one thing from another, {(values == 1 ? "stands" : "stand")} in {Wording.Count(cells.Length, "row")} of different things. For instance: {cells[0].Reason}")
        {
            Cells = cells,
            AffectedRows = cells.Length,
            AffectedCells = cells.Length,
            Confidence = cells.Average(static c => c.Confidence),
            Evidence = [new("values", (long)values), new("distinct", (long)column.Values.Length), new("rows", (long)column.Present)],
        };
    }
}
