using System.Globalization;
using Assays.Detectors;
using Assays.Drift;
using Assays.Findings;

namespace Assays.Learning.Drift;

/// <summary>
/// Answers that no longer follow from the other columns as they did: a model of the reference errs more about the current table than it would if only
/// the rows were others (Shimodaira 2000: the reference's rows, weighted to be as the current ones).
/// </summary>
public sealed class ChangedConcept : ChangeDetector
{
    private const int FewestRows = 300;
    private const double LeastDifference = 0.03;
    private const double SevereDifference = 0.2;

    /// <summary>Standard errors: less than one in a thousand by chance.</summary>
    private const double Certain = 3.3;

    public override Rule Rule { get; } = new("AS0816", "changed-concept", "Answers that follow otherwise", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Target is null ? "No target was named, or the current table does not have it yet."
            : comparison.Effort == Effort.Quick ? "Models of the data are not trained with quick effort."
            : comparison.ReferenceSample is not { } reference ? "A baseline has no rows to learn from."
            : comparison.Pairs.All(pair => pair.Column != comparison.Target) ? "The reference does not have the target."
            : Math.Min(reference.Rows, comparison.Sample.Rows) < FewestRows ? $"One of the tables has fewer than {FewestRows} rows."
            : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var target = comparison.Pairs.First(pair => pair.Column == comparison.Target);
        var features = PairedFeatures.Inputs(comparison, comparison.ReferenceSample!);
        if (features.Pairs.IsEmpty) yield break;
        var (old, now) = (comparison.ReferenceSample!.Columns[target.Reference.Ordinal], comparison.Sample[target.Column]);
        if (Answers.Learn(features, old, now, comparison.Seed, comparison.Threads) is not { } answers) yield break;
        var expected = WeightedShare.Of(answers.Reference, TableClassifier.Train(features, comparison.Seed, comparison.Threads).Weigh(features.ReferenceRows.Length));
        var found = WeightedShare.Of(answers.Current);
        var more = found.Mean - expected.Mean;
        var error = Math.Sqrt(expected.Error * expected.Error + found.Error * found.Error);
        if (!(more >= LeastDifference) || more < Certain * error) yield break;
        yield return new(
            Rule, [target.Column],
            $"What {target.Column.Label} is no longer follows from the other columns as in the reference: a model learned there errs in {Percent(found.Mean)} of the current rows, where {Percent(expected.Mean)} were to be expected of such rows.")
        {
            Severity = more >= SevereDifference ? Severity.Error : Severity.Warning,
            AffectedRows = (long)Math.Round(more * target.Current.Present),
            Evidence =
            [
                new("errorShare", found.Mean), new("expectedErrorShare", expected.Mean), new("formerErrorShare", WeightedShare.Of(answers.Reference).Mean),
                new("standardError", error), new("referenceRowsOfEqualWeight", Math.Round(expected.Rows)), new("currentRows", (long)features.CurrentRows.Length), new("seed", (long)comparison.Seed),
            ],
        };
    }

    internal static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
