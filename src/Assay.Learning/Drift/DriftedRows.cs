using System.Collections.Immutable;
using System.Globalization;
using Assays.Detectors;
using Assays.Drift;
using Assays.Findings;

namespace Assays.Learning.Drift;

/// <summary>Rows by which the current table can be told from its reference: drift of columns together, which no column shows alone.</summary>
public sealed class DriftedRows : ChangeDetector
{
    private const int FewestRows = 300;
    private const int MostListed = 1_000;

    /// <summary>A row is listed when it is so likely of the current table: nine to one, were both of one size.</summary>
    private const double Telling = 0.9;

    public override Rule Rule { get; } = new("AS0814", "drifted-rows", "Rows that tell the tables apart", Dimension.Stability, Severity.Warning);

    public override string? NotApplicable(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return comparison.Effort == Effort.Quick ? "Models of the data are not trained with quick effort."
            : comparison.ReferenceSample is not { } reference ? "A baseline has no rows to learn from."
            : Math.Min(reference.Rows, comparison.Sample.Rows) < FewestRows ? $"One of the tables has fewer than {FewestRows} rows."
            : null;
    }

    public override IEnumerable<Finding> Judge(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var features = PairedFeatures.Inputs(comparison, comparison.ReferenceSample!);
        if (features.Pairs.Length < 2) yield break;
        var told = TableClassifier.Train(features, comparison.Seed, comparison.Threads);
        if (told.Area <= 0.5 || told.PValue > Comparison.Level || told.Effect < Comparison.NotableEffect) yield break;

        // When columns moved by themselves the rows are theirs: a word on which, but no second alarm.
        var isNews = !features.Pairs.Any(comparison.HasMoved);
        int[] places = [.. Enumerable.Range(0, features.Pairs.Length).OrderByDescending(i => told.Weights[i]).TakeWhile((_, rank) => rank < 5).Where(i => told.Weights[i] >= 0.5 / features.Pairs.Length)];
        var columns = places.Select(i => features.Pairs[i].Column).ToImmutableArray();
        var telling = Enumerable.Range(0, features.CurrentRows.Length).Where(i => told.Scores[features.ReferenceRows.Length + i] >= Telling).ToArray();
        var share = (double)telling.Length / features.CurrentRows.Length;
        yield return new(Rule, columns, Words(columns.Select(static c => c.Label), told, share, isNews))
        {
            Title = isNews ? "Columns that moved together" : Rule.Title,
            Severity = isNews ? Severity.Warning : Severity.Note,
            Confidence = Math.Clamp(1 - told.PValue, 0.5, 0.999),
            AffectedRows = (long)Math.Round(told.Effect * comparison.Current.Rows),
            WholeRows = [.. telling.OrderByDescending(i => told.Scores[features.ReferenceRows.Length + i]).Take(MostListed).Select(i => comparison.Sample.RowNumbers[features.CurrentRows[i]]).Order()],
            Evidence =
            [
                new("area", told.Area), new("effect", told.Effect), new("pValue", told.PValue), new("tellingShare", share),
                .. places.Select(i => new KeyValuePair<string, object>($"weight of {features.Pairs[i].Column.Label}", told.Weights[i])),
                new("referenceRows", (long)features.ReferenceRows.Length), new("currentRows", (long)features.CurrentRows.Length), new("seed", (long)comparison.Seed),
            ],
        };
    }

    private static string Words(IEnumerable<string> columns, TableClassifier told, double share, bool isNews)
    {
        var rows = share >= 0.001 ? $" {Percent(share)} of the rows are such as the reference hardly has; they are listed." : "";
        var names = string.Join(", ", columns);
        return isNews
            ? $"Each column is as it was, but not together: a model tells rows of the two tables apart that it has not seen, by {names}. At least {Percent(told.Effect)} of the rows lie elsewhere.{rows}"
            : $"The rows that moved are told best by {names}.{rows}";
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
