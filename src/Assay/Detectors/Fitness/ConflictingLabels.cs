using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Fitness;

/// <summary>With a target of classes: rows that are equal in all features and differ in the answer, so that no model can be right on all.</summary>
/// <param name="tolerated">The largest share of such rows that is only a note.</param>
public sealed class ConflictingLabels(double tolerated = 0.005) : Detector
{
    private const int MostListed = 10_000;

    public override Rule Rule { get; } = new("AS0914", "conflicting-labels", "Equal rows with different answers", Dimension.LabelQuality, Severity.Warning);

    public override string? NotApplicable(Examination examination) => TargetClasses.NotApplicable(examination);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (examination.Target is not { } target || !TargetClasses.AreMeant(examination)) yield break;
        var sample = examination.Sample;
        var answers = sample[target];
        var features = sample.Columns.Where(values => values.Column != target && !IsName(values, answers, examination.Profile[values.Column])).ToImmutableArray();
        if (features.IsEmpty) yield break;
        var against = Against(features, answers);
        if (against.Count == 0) yield break;
        var share = (double)against.Count / answers.Present;
        var rows = (long)Math.Round(share * examination.Profile[target].Present);
        yield return new(Rule, [target],
            $"{Wording.Count(rows, "row")} ({Wording.Percent(share)}) have another {target.Label} than most rows that equal them in all other columns, so no model of these columns can be right in more than {Wording.Percent(1 - share)} of the rows.")
        {
            Severity = share <= tolerated ? Severity.Note : Severity.Warning,
            Confidence = 0.8,
            AffectedRows = rows,
            WholeRows = [.. against.Take(MostListed).Select(row => sample.RowNumbers[row])],
            Evidence = [new("conflictShare", share)],
        };
    }

    /// <summary>A column that only names rows would make every row unlike all others; one that says the answer in other words would hide every conflict.</summary>
    private static bool IsName(SampledColumn values, SampledColumn answers, ColumnProfile profile) =>
        (values.Values.Length >= 0.95 * values.Present && !profile.IsQuantity) || values.Codes.SequenceEqual(answers.Codes);

    /// <summary>Rows whose answer is not the usual one of the rows that equal them.</summary>
    private static List<int> Against(ImmutableArray<SampledColumn> features, SampledColumn answers)
    {
        var groups = new Dictionary<ulong, List<int>>();
        for (var row = 0; row < answers.Codes.Length; row++)
        {
            if (answers.Codes[row] < 0) continue;
            var print = RowPrint.Of(features, row);
            if (!groups.TryGetValue(print, out var group)) groups[print] = group = [];
            group.Add(row);
        }

        var against = new List<int>();
        foreach (var group in groups.Values.Where(static group => group.Count > 1))
        {
            var usual = group.CountBy(row => answers.Codes[row]).OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).First().Key;
            against.AddRange(group.Where(row => answers.Codes[row] != usual));
        }

        against.Sort();
        return against;
    }
}
