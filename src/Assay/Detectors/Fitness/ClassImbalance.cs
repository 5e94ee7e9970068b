using Assays.Findings;

namespace Assays.Detectors.Fitness;

/// <summary>With a target of classes: classes too rare to be learned, and rows without an answer.</summary>
/// <param name="rare">The share below which a class of two is rare; with more classes it is shared out among them.</param>
/// <param name="fewest">Rows below which a class cannot be learned or tested at all.</param>
public sealed class ClassImbalance(double rare = 0.05, int fewest = 10) : Detector
{
    public override Rule Rule { get; } = new("AS0913", "class-imbalance", "Unbalanced classes", Dimension.LabelQuality, Severity.Warning);

    public override string? NotApplicable(Examination examination) => TargetClasses.NotApplicable(examination);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (examination.Target is not { } target) yield break;
        var values = examination.Sample[target];
        var profile = examination.Profile[target];
        if (profile.Missing > 0)
        {
            yield return new(Rule, [target], $"{Wording.Count(profile.Missing, "row")} ({Wording.Percent(profile.MissingShare)}) have no {target.Label}, so they can neither teach nor test a model.")
            {
                Aspect = "unlabelled", Title = "Rows without an answer", AffectedRows = profile.Missing, AffectedCells = profile.Missing,
            };
        }

        if (values.Values.Length < 2 || !TargetClasses.AreMeant(examination)) yield break;
        var limit = rare * 2 / values.Values.Length;
        var classes = Enumerable.Range(0, values.Values.Length)
            .Select(code => (Name: values.Values[code], Rows: values.Counts[code]))
            .Where(item => item.Rows < limit * values.Present || item.Rows < fewest)
            .OrderBy(static item => item.Rows).ThenBy(static item => item.Name, StringComparer.Ordinal).ToList();
        if (classes.Count == 0) yield break;
        var rows = classes.Sum(static item => (long)item.Rows);
        var (smallest, share) = (classes[0], (double)classes[0].Rows / values.Present);
        yield return new(Rule, [target],
            $"{Wording.Count(classes.Count, "class", "classes")} of {target.Label} ({Wording.List([.. classes.Select(static item => item.Name)])}) hold {Wording.Percent((double)rows / values.Present)} of the rows; "
            + $"the smallest has {Wording.Count(smallest.Rows, "row")} ({Wording.Percent(share)}). Judge a model by more than the share of right answers.")
        {
            Severity = smallest.Rows < fewest || share < 0.01 ? Severity.Warning : Severity.Note,
            AffectedRows = rows,
            Evidence = [new("smallestClassShare", share), new("rareClasses", (long)classes.Count)],
        };
    }
}
