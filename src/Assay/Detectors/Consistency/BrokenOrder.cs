using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Relating;

namespace Assays.Detectors.Consistency;

/// <summary>Rows that end before they begin: of two dates, or of two numbers that are named as the bounds of one thing, the first is after the second.</summary>
/// <param name="holds">The least share of rows that must be in order, for the others to be wrong.</param>
public sealed class BrokenOrder(double holds = 0.98) : Detector
{
    private const int MostListed = 10_000;

    /// <summary>Words of names that say which bound a column is. Order between other numbers may be the nature of things, and an exception true.</summary>
    private static readonly (string Low, string High)[] Bounds =
    [
        ("min", "max"), ("minimum", "maximum"), ("low", "high"), ("lower", "upper"), ("least", "most"), ("start", "end"), ("begin", "end"), ("from", "to"),
        ("first", "last"), ("since", "until"), ("opening", "closing"), ("departure", "arrival"),
    ];

    public override Rule Rule { get; } = new("AS0381", "broken-order", "Ends before it begins", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var order in examination.Profile.Relations.Orders.Where(o => o.Share >= holds && o.Share < 1))
        {
            var (low, high) = (examination.Profile[order.Low], examination.Profile[order.High]);
            if (low.Temporal is null && !AreBounds(order.Low, order.High)) continue;
            var slice = RowSlice.Of(examination.Sample, int.MaxValue);
            var (least, most) = (slice.Numbers(low), slice.Numbers(high));
            var suspect = least.Zip(most, static (l, h) => l > h).ToArray();
            var broken = Enumerable.Range(0, suspect.Length).Where(row => suspect[row]).ToImmutableArray();
            if (broken.IsEmpty || broken.Length > (1 - holds) * suspect.Length || Accident.IsExplained(examination.Sample, suspect, [order.Low, order.High])) continue;
            yield return Report(examination.Sample, order, broken);
        }
    }

    private static bool AreBounds(Column low, Column high)
    {
        var (left, right) = (ColumnName.Of(low.Name).Words, ColumnName.Of(high.Name).Words);
        return Bounds.Any(bound => left.Contains(bound.Low) && right.Contains(bound.High) && left.Where(w => w != bound.Low).SequenceEqual(right.Where(w => w != bound.High)));
    }

    private Finding Report(Sample sample, OrderRelation order, ImmutableArray<int> broken)
    {
        var (low, high, first) = (order.Low, order.High, broken[0]);
        var rows = (long)Math.Round((double)broken.Length * sample.TableRows / sample.Rows);
        return new(Rule, [low, high], string.Create(CultureInfo.InvariantCulture,
            $"{low.Label} is not above {high.Label} in all rows but {rows:#,0}: in row {sample.RowNumbers[first]} they are {Wording.Quote(sample[low][first]!)} and {Wording.Quote(sample[high][first]!)}. One of the two is wrong, or they changed places."))
        {
            Confidence = 0.8,
            WholeRows = [.. broken.Take(MostListed).Select(row => sample.RowNumbers[row])],
            AffectedRows = rows,
            AffectedCells = rows,
            Evidence = [new("rows", (long)broken.Length), new("holds", order.Share)],
        };
    }
}
