using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Sql;

namespace Assays.Detectors.Consistency;

/// <summary>Cells that contradict the rest of their row: in other rows the same zip stands beside another state.</summary>
public sealed class BrokenDependencies : Detector
{
    /// <summary>Groups that a condition over the whole table names at most.</summary>
    private const int MaxGroupsInCondition = 1_000;

    /// <summary>
    /// The share of a group's rows that its usual value must have where the value found is no stranger to the column: whatever else speaks against it,
    /// where many values stand it is one of them.
    /// </summary>
    private const double LeastUsual = 0.75;

    /// <summary>Rows up to which a value is a stranger to its column, as a slip of the pen is.</summary>
    private const int Strange = 2;

    /// <summary>The confidence from which the usual value is proposed in place of the one found: below, another cell may be the wrong one.</summary>
    private const double Repairable = 0.7;

    public override Rule Rule { get; } = new("AS0310", "broken-dependency", "Value contradicts the rest of its row", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var profile = examination.Profile;
        var experts = Experts.Of(sample, [.. profile.Relations.Dependencies.Where(d => !MeetsByChance(d, profile))]);
        if (experts.IsEmpty) yield break;

        // Where sources tell the same facts they contradict each other by nature, and their vote is a better judge.
        var disputed = SourcedTable.Find(sample)?.Facts.Select(static f => f.Column.Column.Ordinal).ToHashSet() ?? [];
        var contradictions = new RowJudge(sample, experts).Judge().Where(c => !disputed.Contains(c.Column.Column.Ordinal) && IsUsual(c)).ToArray();
        foreach (var found in contradictions.GroupBy(c => c.Column.Column.Ordinal).OrderBy(g => g.Key))
        {
            var own = OwnPopulation.Of(sample, [.. found.Select(static c => c.Row)], AboutOf(found));
            Contradiction[] errors = [.. found.Where(c => !own.Contains(c.Row))];
            if (errors.Length > 0) yield return ToFinding(sample, errors);
        }
    }

    /// <summary>
    /// A measure and a name together are no key of another name: two airports that happen to lie equally far from a third make a pair of distance and airport
    /// that another airport follows from in most rows, and each row of the other one looks wrong.
    /// </summary>
    private static bool MeetsByChance(Dependency dependency, Profile profile) =>
        dependency.Determinants.Length > 1 && !profile[dependency.Dependent].IsQuantity && dependency.Determinants.Any(c => profile[c].IsQuantity);

    private static HashSet<Column> AboutOf(IEnumerable<Contradiction> found) => [.. found.SelectMany(static c => c.Witness.Groups.Columns.Append(c.Column)).Select(static c => c.Column)];

    private static bool IsUsual(Contradiction found) =>
        found.Column.Counts[found.Column.Codes[found.Row]] <= Strange || found.Witness.Count(found.Group, found.Meant) >= LeastUsual * found.Witness.Total(found.Group);

    private Finding ToFinding(Sample sample, Contradiction[] found)
    {
        var column = found[0].Column;
        var witness = found.GroupBy(c => c.Witness).OrderByDescending(g => g.Count()).First().Key;
        var cells = found.Select(c => ToCell(sample, c)).ToImmutableArray();
        var example = cells.MaxBy(c => c.Confidence)!;
        // What stands in the rows around is a witness, and no column of the table.
        var witnesses = witness.Groups.Columns.Select(c => c.Column).Where(c => c.Ordinal < sample.Columns.Length);
        return new(Rule, [column.Column, .. witnesses],
            $"{column.Column.Label} follows from {Names(witness)}, but {Wording.Count(cells.Length, "row", "contradicts", "contradict")} it. For instance in row {example.Row}: {example.Reason}")
        {
            Cells = cells,
            AffectedRows = cells.Length,
            AffectedCells = cells.Length,
            Confidence = cells.Average(c => c.Confidence),
            Rows = sample.IsComplete ? null : Condition(witness),
            Evidence =
            [
                new("determinant", Names(witness)),
                new("rows", (long)column.Present),
                new("errorRate", witness.ErrorRate),
            ],
            Repair = new($"Set {column.Column.Label} to what the rows with the same {Names(witness)} have.", false),
        };
    }

    private static SuspectCell ToCell(Sample sample, Contradiction found)
    {
        var (witness, column) = (found.Witness, found.Column);
        var value = column.Values[column.Codes[found.Row]];
        var key = string.Join(" and ", witness.Groups.Columns.Select(c => $"{c.Column.Label} {Wording.Quote(c[witness.Groups.Rows(found.Group)[0]]!)}"));
        var reason = $"{key} stands beside {column.Column.Label} {Wording.Quote(column.Values[found.Meant], value)} in "
            + $"{Number(witness.Count(found.Group, found.Meant))} of {Wording.Count(witness.Total(found.Group), "row")}; here it is {Wording.Quote(value, column.Values[found.Meant])}.";
        return new(sample.RowNumbers[found.Row], column.Column, value, found.Confidence, reason, found.Confidence >= Repairable ? new(column.Values[found.Meant]) : null);
    }

    /// <summary>The rows of the whole table that do not hold the usual value of a group that the sample knows well.</summary>
    private static SqlText? Condition(Expert witness)
    {
        if (witness.Groups.Columns is not [var determinant]) return null;
        var known = Enumerable.Range(0, witness.Groups.Count)
            .Where(g => witness.Total(g) >= 5 && witness.Count(g, witness.Usual(g)) >= 0.9 * witness.Total(g))
            .OrderByDescending(witness.Total).ThenBy(static g => g)
            .Take(MaxGroupsInCondition).Order().ToArray();
        if (known.Length == 0) return null;
        var key = Text(determinant.Column);
        var cases = known.Select(g => SqlText.Of($"WHEN {key} = {determinant.Values[g]} THEN {witness.Dependent.Values[witness.Usual(g)]}"));
        var usual = SqlText.Of($"CASE {SqlText.Join(" ", cases)} END");
        return SqlText.Of($"{Text(witness.Dependent.Column)} <> {usual}");
    }

    private static SqlText Text(Column column) => SqlText.Call(SqlFunction.Text, SqlText.Of($"{column}"));

    private static string Names(Expert expert) => string.Join(" and ", expert.Groups.Columns.Select(c => c.Column.Label));

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
