using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Consistency;

/// <summary>Sources that say something else of a thing than the sources that are to be trusted.</summary>
public sealed class SourceConflicts : Detector
{
    private const double LeastConfidence = 0.5;

    public override Rule Rule { get; } = new("AS0330", "source-conflict", "Source contradicts the others", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        if (SourcedTable.Find(sample) is not { } table) yield break;

        var vote = new SourceVote(table);
        for (var fact = 0; fact < table.Facts.Length; fact++)
        {
            var column = table.Facts[fact].Column;
            var (values, notations) = (ImmutableArray.CreateBuilder<SuspectCell>(), ImmutableArray.CreateBuilder<SuspectCell>());
            for (var thing = 0; thing < table.Things.Count; thing++)
            {
                var statement = new Statement(table, vote, fact, thing);
                foreach (var row in table.Things.Rows(thing))
                {
                    if (column.Codes[row] < 0) continue;
                    if (statement.Dissent(row) is { } dissent && dissent.Confidence >= LeastConfidence) values.Add(dissent.At(sample));
                    else if (statement.Deviation(row) is { } deviation && deviation.Confidence >= LeastConfidence) notations.Add(deviation.At(sample));
                }
            }

            if (values.Count > 0)
            {
                yield return ToFinding(table, column, values, "", $"{Wording.Count(values.Count, "row")} of {column.Column.Label} contradict what the more reliable {table.Source.Column.Label} say of the same {table.Things.Columns[0].Column.Label}.");
            }

            if (notations.Count > 0)
            {
                yield return ToFinding(table, column, notations, "notation", $"{Wording.Count(notations.Count, "row")} of {column.Column.Label} are written otherwise than the others write the same value.");
            }
        }
    }

    private Finding ToFinding(SourcedTable table, SampledColumn column, ImmutableArray<SuspectCell>.Builder cells, string aspect, string explanation)
    {
        var example = cells.MaxBy(static c => c.Confidence)!;
        return new(Rule, [column.Column, table.Things.Columns[0].Column, table.Source.Column], $"{explanation} For instance: {example.Reason}")
        {
            Aspect = aspect,
            Cells = cells.ToImmutable(),
            AffectedRows = cells.Count,
            AffectedCells = cells.Count,
            Confidence = cells.Average(static c => c.Confidence),
            Evidence =
            [
                new("things", (long)table.Things.Count),
                new("sources", (long)table.Source.Values.Length),
                new("rows", (long)column.Present),
            ],
            Repair = new($"Take the value of the most reliable {table.Source.Column.Label}.", false),
        };
    }
}
