using System.Collections.Immutable;
using System.Runtime.InteropServices;
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

    /// <summary>Rows from which a shape is one of the column's.</summary>
    private const int Usual = 3;

    /// <summary>Rare shapes that may yet come, in a column of which none is known.</summary>
    private const double Doubt = 0.3;

    /// <summary>Other rare shapes beyond which more of them tell nothing new.</summary>
    private const int MostDoubt = 1;

    private static readonly Form[] _plain = [new(CharacterClasses.Shape, '9')];
    private static readonly Form[] _both = [.. _plain, new(CharacterClasses.CoarseShape, 'x')];

    public override Rule Rule { get; } = new("AS0251", "malformed-values", "Malformed values", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var suspects = new SuspectValues(examination, column.Column);
            var mixed = column.Values.Count(CharacterClasses.IsMixed);
            var verdicts = (mixed * 2 > column.Values.Length ? _both : _plain).SelectMany(form => Judge(column, form));
            var disguised = examination.Profile[column.Column].Disguised;
            foreach (var (code, probability, reason) in verdicts.OrderByDescending(static v => v.Probability))
            {
                // What stands for no value is told as such.
                if (!disguised.Any(token => token.Value == column.Values[code])) suspects.Add(code, probability, reason);
            }

            if (suspects.Distinct == 0) continue;
            yield return suspects.Complete(new(Rule, [column.Column],
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "departs" : "depart")} by one character from the form "
                + $"that the column's values have: {suspects.Examples}.")
            {
                Evidence = [new("malformed", (long)suspects.Distinct), new("share", suspects.Share)],
            });
        }
    }

    private IEnumerable<(int Code, double Probability, string Reason)> Judge(SampledColumn column, Form form)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var shapes = ImmutableArray.CreateBuilder<string>();
        var counts = new List<int>();
        var members = new List<List<int>>();
        for (var i = 0; i < column.Values.Length; i++)
        {
            var shape = form.ShapeOf(column.Values[i]);
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
        var usual = counts.Where((n, i) => n >= Usual && shapes[i].Contains(form.Mark)).ToList();
        if (usual.Sum() < uniform * column.Present || usual.Count > MaxShapes) yield break;

        var slips = Slips.Find(shapes.ToImmutable(), CollectionsMarshal.AsSpan(counts)).Where(static slip => slip.Edits == 1).ToList();
        var order = Order(counts, slips);
        var prose = Prose.Of(shapes.Where((_, i) => counts[i] >= Usual));
        var numbering = new Numbering(column);
        foreach (var slip in slips)
        {
            var probability = slip.Probability * order;
            if (probability < certain || prose?.Allows(slip.Edit, shapes[slip.Text]) == true) continue;
            var model = column.Values[members[slip.Meant][0]];
            foreach (var code in members[slip.Text])
            {
                if (!double.IsNaN(column.Numbers[code]) && !double.IsNaN(column.Numbers[members[slip.Meant][0]])) continue;
                if (numbering.Continues(column.Values[code])) continue;
                yield return (code, probability,
                    $"{Wording.Quote(column.Values[code])}: {Wording.Count(counts[slip.Meant], "row")} have the form of {Wording.Quote(model)}, from which it departs by one character.");
            }
        }
    }

    /// <summary>
    /// How far a rare shape is no form of its own: the share of the rare shapes that slips account for. Where other shapes are rare too, a lone
    /// one beside a frequent shape is one more of them; many slips confirm each other whatever else the column holds.
    /// </summary>
    private static double Order(List<int> counts, List<Slip> slips)
    {
        var slipped = slips.Sum(static slip => slip.Probability);
        var others = counts.Where(static n => n < Usual).Count() - slips.Count(slip => counts[slip.Text] < Usual);
        return slipped / (slipped + Math.Min(others, MostDoubt) + Doubt);
    }

    /// <summary>A way to see the shape of a value.</summary>
    /// <param name="ShapeOf">Its shape.</param>
    /// <param name="Mark">What a shape has when it is one of codes, and not of words.</param>
    private readonly record struct Form(Func<string, string> ShapeOf, char Mark);
}
