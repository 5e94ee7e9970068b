using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Consistency;

/// <summary>Rows in which a sum or a product that holds everywhere else does not come out: 3 × 4.50 is not 15.30.</summary>
/// <param name="holds">The least share of rows in which the numbers must add up, for the others to be wrong.</param>
public sealed class BrokenArithmetic(double holds = 0.95) : Detector
{
    /// <summary>Of a cell that is a slip away from the number that would make the row add up, while no other cell of the row is.</summary>
    private const double CellConfidence = 0.85;

    private const int MostListed = 10_000;

    public override Rule Rule { get; } = new("AS0380", "broken-arithmetic", "Numbers that do not add up", Dimension.Consistency, Severity.Error);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var relation in examination.Profile.Relations.Arithmetic.Where(r => r.Share >= holds))
        {
            var sums = new RowArithmetic(examination.Sample, relation);
            var broken = Enumerable.Range(0, examination.Sample.Rows).Where(row => !sums.Holds(row)).ToImmutableArray();
            if (broken.IsEmpty || broken.Length > (1 - holds) * examination.Sample.Rows || IsExplained(examination.Sample, sums, broken)) continue;
            yield return Report(examination.Sample, sums, broken);
        }
    }

    private static bool IsExplained(Sample sample, RowArithmetic sums, ImmutableArray<int> broken)
    {
        var suspect = new bool[sample.Rows];
        foreach (var row in broken) suspect[row] = true;
        return Accident.IsExplained(sample, suspect, sums.Columns);
    }

    private Finding Report(Sample sample, RowArithmetic sums, ImmutableArray<int> broken)
    {
        // The engine finds the rows of a table that is not at hand, but cannot tell the culprits.
        ImmutableArray<SuspectCell> cells = !sample.IsComplete ? [] : [.. broken.Select(row => Culprit(sample, sums, row)).OfType<SuspectCell>()];
        var first = broken[0];
        return new(Rule, sums.Columns, string.Create(CultureInfo.InvariantCulture,
            $"{sums.Words} in all rows but {broken.Length:#,0}: row {sample.RowNumbers[first]} says {sums.Sides(first)}."))
        {
            Confidence = CellConfidence,
            Cells = cells,
            WholeRows = [.. broken.Take(MostListed).Select(row => sample.RowNumbers[row])],
            AffectedRows = broken.Length,
            AffectedCells = broken.Length,
            Rows = sample.IsComplete ? null : sums.Broken,
            Evidence = [new("rows", (long)broken.Length), new("holds", sums.Relation.Share)],
            Repair = cells.IsEmpty ? null : new("Set the number that makes the row add up, where one number is a slip away from it.", IsCertain: false),
        };
    }

    /// <summary>The one cell of a row that a slip explains: a digit, the sign, or the place of the decimal point.</summary>
    private static SuspectCell? Culprit(Sample sample, RowArithmetic sums, int row)
    {
        var slips = sums.Columns.Select(column => (Column: column, Wanted: sums.Wanted(column, row), Text: sample[column][row]))
            .Where(static c => c.Wanted is { } wanted && c.Text is not null && NumberSlip.Explains(c.Text, wanted)).ToArray();
        return slips is not [var (culprit, meant, text)] ? null : new(
            sample.RowNumbers[row], culprit, text, CellConfidence, $"{sums.Words}, and with {Wording.Quote(meant!)} this row would add up too.", new(meant));
    }
}
