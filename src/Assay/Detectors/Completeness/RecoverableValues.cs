using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors.Consistency;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Completeness;

/// <summary>Empty cells whose value the rest of the table tells: other rows about the same thing have it.</summary>
public sealed class RecoverableValues : Detector
{
    /// <summary>Rows that must have the same value beside the same key, none having another.</summary>
    private const int LeastWitnesses = 3;

    /// <summary>The share of missing cells above which leaving the column empty is usual, not an oversight.</summary>
    private const double MostMissing = 0.5;

    private const double LeastTau = 0.95;

    public override Rule Rule { get; } = new("AS0150", "recoverable-value", "Missing value that other rows tell", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var told = new SortedDictionary<(int Column, int Row), Doubt>();
        foreach (var doubt in BySources(sample).Concat(ByDependencies(examination))) told.TryAdd((doubt.Column.Column.Ordinal, doubt.Row), doubt);

        foreach (var column in told.Values.GroupBy(static d => d.Column.Column.Ordinal))
        {
            var cells = column.Select(d => d.At(sample)).ToImmutableArray();
            var name = sample.Columns[column.Key].Column;
            yield return new(Rule, [name],
                $"{Wording.Count(cells.Length, "empty cell")} of {name.Label} can be filled from other rows. For instance in row {cells[0].Row}: {cells[0].Reason}")
            {
                Cells = cells,
                AffectedRows = cells.Length,
                AffectedCells = cells.Length,
                Confidence = cells.Average(static c => c.Confidence),
                Evidence = [new("missing", (long)(sample.Rows - sample.Columns[column.Key].Present)), new("recoverable", (long)cells.Length)],
                Repair = new($"Fill in the {name.Label} of the other rows.", false),
            };
        }
    }

    private static List<Doubt> BySources(Sample sample)
    {
        var gaps = new List<Doubt>();
        if (SourcedTable.Find(sample) is not { } table) return gaps;
        var vote = new SourceVote(table);
        for (var fact = 0; fact < table.Facts.Length; fact++)
        {
            for (var thing = 0; thing < table.Things.Count; thing++)
            {
                var statement = new Statement(table, vote, fact, thing);
                foreach (var row in table.Things.Rows(thing))
                {
                    if (statement.Gap(row) is { } gap) gaps.Add(gap);
                }
            }
        }

        return gaps;
    }

    private static IEnumerable<Doubt> ByDependencies(Examination examination)
    {
        var sample = examination.Sample;
        foreach (var dependency in examination.Profile.Relations.Dependencies)
        {
            var column = sample[dependency.Dependent];
            var missing = sample.Rows - column.Present;
            if (missing == 0 || missing > MostMissing * sample.Rows || DependencyFinder.Tau(dependency) < LeastTau) continue;
            var groups = dependency.Determinants is [var first, var second]
                ? Grouping.By(sample[first], sample[second])
                : Grouping.By(sample[dependency.Determinants[0]]);
            var table = new Contingency(groups, column);
            for (var row = 0; row < sample.Rows; row++)
            {
                var group = groups.Groups[row];
                if (group < 0 || column.Codes[row] >= 0) continue;
                if (table.Values(group).Length != 1 || table.Total(group) < LeastWitnesses) continue;
                // Where most rows of the group leave it empty, empty is what the group has.
                if (2 * table.Total(group) <= groups.Rows(group).Length) continue;
                var value = column.Values[table.Values(group)[0]];
                var key = string.Join(" and ", groups.Columns.Select(c => $"{c.Column.Label} {Wording.Quote(c[row]!)}"));
                yield return new(row, column, Math.Min(0.95, table.Total(group) / (table.Total(group) + 1.0)), value,
                    $"{key} has {column.Column.Label} {Wording.Quote(value)} in all {Wording.Count(table.Total(group), "row")} that have one.");
            }
        }
    }
}
