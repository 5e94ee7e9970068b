using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>Values whose shape (where letters, digits and signs stand) is one slip away from the shape that the column's values have.</summary>
/// <param name="certain">The least probability at which a value is called malformed.</param>
/// <param name="uniform">The share of rows whose shapes occur repeatedly, from which a column counts as having a form at all.</param>
public sealed class MalformedValues(double certain = 0.5, double uniform = 0.7) : Detector
{
    private const int MaxShapes = 40;

    private static readonly Func<string, string>[] _plain = [CharacterClasses.Shape];
    private static readonly Func<string, string>[] _both = [CharacterClasses.Shape, CharacterClasses.CoarseShape];

    public override Rule Rule { get; } = new("AS0251", "malformed-values", "Malformed values", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var suspects = new SuspectValues(examination, column.Column);
            var mixed = column.Values.Count(CharacterClasses.IsMixed);
            var verdicts = (mixed * 2 > column.Values.Length ? _both : _plain).SelectMany(shape => Judge(column, shape));
            foreach (var (code, probability, reason) in verdicts.OrderByDescending(static v => v.Probability)) suspects.Add(code, probability, reason);
            if (suspects.Distinct == 0) continue;
            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "departs" : "depart")} by one character from the form "
                + $"that the column's values have: {suspects.Examples}.")
            {
                Evidence = [new("malformed", (long)suspects.Distinct), new("share", suspects.Share)],
            });
        }
    }

    private IEnumerable<(int Code, double Probability, string Reason)> Judge(SampledColumn column, Func<string, string> shapeOf)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var shapes = ImmutableArray.CreateBuilder<string>();
        var counts = new List<int>();
        var members = new List<List<int>>();
        for (var i = 0; i < column.Values.Length; i++)
        {
            var shape = shapeOf(column.Values[i]);
            if (!index.TryGetValue(shape, out var at))
            {
                index[shape] = at = shapes.Count;
                shapes.Add(shape);
                counts.Add(0);
                members.Add([]);
            }

            counts[at] += column.Counts[i];
            members[at].Add(i);
        }

        // A form is a few shapes with digits in them, each often there; names and sentences have as many shapes as words.
        var usual = counts.Where((n, i) => n >= 3 && shapes[i].Any(static c => c is '9' or 'x')).ToList();
        if (usual.Sum() < uniform * column.Present || usual.Count > MaxShapes) yield break;

        foreach (var slip in Slips.Find(shapes.ToImmutable(), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(counts)))
        {
            if (slip.Probability < certain || slip.Edits > 1) continue;
            var model = column.Values[members[slip.Meant][0]];
            foreach (var code in members[slip.Text])
            {
                if (!double.IsNaN(column.Numbers[code]) && !double.IsNaN(column.Numbers[members[slip.Meant][0]])) continue;
                yield return (code, slip.Probability,
                    $"{Wording.Quote(column.Values[code])}: {Wording.Count(counts[slip.Meant], "row")} have the form of {Wording.Quote(model)}, from which it departs by one character.");
            }
        }
    }
}
