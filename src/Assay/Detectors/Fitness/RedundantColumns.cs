using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Fitness;

/// <summary>Columns that say the same as another: equal, or the same things under other names.</summary>
/// <param name="fewestRows">Rows that a table needs for agreement to mean something.</param>
public sealed class RedundantColumns(int fewestRows = 30) : Detector
{
    /// <summary>Rows outside the most frequent value; fewer can agree by accident.</summary>
    private const int FewestVaried = 5;

    /// <summary>Beyond this share of distinct values any two columns pair up one to one, so only equal values say anything.</summary>
    private const double TellsApart = 0.9;

    public override Rule Rule { get; } = new("AS0902", "redundant-columns", "Redundant columns", Dimension.Plausibility, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (examination.Sample.Rows < fewestRows) yield break;

        // Codes count values in order of first appearance, so two columns that pair up one to one have the same codes.
        var groups = examination.Sample.Columns
            .Where(static values => values.Values.Length > 1 && values.Present - values.Counts.ToArray().Max() >= FewestVaried)
            .GroupBy(static values => Hash(values))
            .Where(static group => group.Count() > 1);
        foreach (var group in groups)
        {
            var left = group.ToList();
            while (left.Count > 1)
            {
                var alike = left.Where(other => SameAs(left[0], other)).ToImmutableArray();
                if (alike.Length > 1) yield return Report(alike);
                left.RemoveAll(alike.Contains);
            }
        }
    }

    private Finding Report(ImmutableArray<SampledColumn> alike)
    {
        var names = Wording.Join([.. alike.Take(10).Select(static values => values.Column.Label)], alike.Length - 10);
        var (first, second) = (alike[0], alike[1]);
        var equal = first.Values.SequenceEqual(second.Values);
        var pairs = string.Join(", ", first.Values.Take(3).Select((value, i) => $"{Wording.Quote(value)} is {Wording.Quote(second.Values[i])}"));
        return new(Rule, [.. alike.Select(static values => values.Column)], equal
            ? $"{names} hold the same values in every row; one of them is enough."
            : $"{names} say the same in other words: {pairs}{(first.Values.Length > 3 ? " and so on" : "")}; one of them is enough.")
        {
            AffectedRows = first.Codes.Length,
        };
    }

    private static bool SameAs(SampledColumn one, SampledColumn other) =>
        ReferenceEquals(one, other)
        || (one.Codes.SequenceEqual(other.Codes) && (one.Values.Length < TellsApart * one.Present || one.Values.SequenceEqual(other.Values)));

    private static (int Distinct, int Present, ulong Hash) Hash(SampledColumn values)
    {
        var hash = 14_695_981_039_346_656_037UL; // FNV-1a
        foreach (var code in values.Codes) hash = unchecked((hash ^ (uint)code) * 1_099_511_628_211UL);
        return (values.Values.Length, values.Present, hash);
    }
}
