using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Labels.Errors;

namespace Assays.Learning.Labels;

/// <summary>Checks labels that are sets of classes, one class at a time: is it missing where it belongs, or there where it does not?</summary>
internal static class SetCheck
{
    private const int MostClasses = 200;
    private const int LeastRowsOfClass = 10;

    public static LabelReport Check(Sample sample, string name, Column label, LabelCheckOptions options, Column[] without, CancellationToken cancellationToken)
    {
        var column = sample[label];
        int[] rows = [.. Enumerable.Range(0, sample.Rows).Where(row => column[row] is not null)];
        var sets = rows.Select(row => column[row]!.Split(options.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal)).ToArray();
        var counts = sets.SelectMany(static s => s).CountBy(static c => c, StringComparer.Ordinal)
            .Where(c => c.Value >= LeastRowsOfClass && rows.Length - c.Value >= LeastRowsOfClass).Select(static c => c.Key);
        var classes = Assays.Labels.ClassNames.Sort(counts);
        if (classes.Length is 0 or > MostClasses)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Between 1 and {MostClasses} classes with {LeastRowsOfClass} rows or more are needed, and '{label.Label}' split at '{options.Separator}' has {classes.Length}."));
        }

        var table = FeatureTable.Of(sample, rows, without);
        if (table.Features.Length == 0) throw new InputException("No other column says anything: all are constant or unique names.");
        var worst = new (double Probability, string Class, bool Flagged, bool Present)[rows.Length];
        var qualities = ImmutableArray.CreateBuilder<ClassQuality>();
        var warnings = new List<string>();
        if (rows.Length < sample.Rows)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{sample.Rows - rows.Length} of {sample.Rows} rows have no label and were left out; if theirs is the empty set, give it a name of its own, such as 'none'."));
        }

        double expected = 0, least = 0, most = 0;
        foreach (var each in classes)
        {
            int[] codes = [.. sets.Select(s => s.Contains(each) ? 1 : 0)];
            var ensemble = LabelEnsemble.For(rows.Length * classes.Length, 2, options.Seed, options.Threads);
            using var models = new LabelModels(table);
            var predictions = ensemble.Predict(models, codes, ["without", "with"], LabelChecker.Divide(sample, rows, codes, options), cancellationToken);
            var judgement = LabelJudge.Judge(predictions, codes, isOwn: true);
            if (!judgement.IsUseful)
            {
                warnings.Add($"The other columns say next to nothing about '{each}', so it was not judged.");
                continue;
            }

            expected += judgement.Wrong.Sum();
            least += judgement.AccuracyInterval.Low;
            most += judgement.AccuracyInterval.High;
            qualities.Add(new(each, codes.Sum(), codes.Where((c, i) => c == 1 && judgement.Flagged[i]).Count(), judgement.Accuracy));
            for (var i = 0; i < rows.Length; i++)
            {
                if (judgement.Wrong[i] > worst[i].Probability || (judgement.Flagged[i] && !worst[i].Flagged)) worst[i] = (judgement.Wrong[i], each, judgement.Flagged[i], codes[i] == 1);
            }
        }

        var suspects = rows.Select((row, i) =>
        {
            var (probability, each, flagged, present) = worst[i];
            var better = !flagged ? null : string.Join(options.Separator, present ? sets[i].Where(c => c != each) : sets[i].Append(each).Order(StringComparer.Ordinal));
            return new LabelSuspect(sample.RowNumbers[row], column[row]!, better, probability, flagged, !flagged ? "" : present ? $"'{each}' does not fit the other columns." : $"'{each}' is missing by the other columns.");
        }).OrderByDescending(static s => s.Probability).ThenBy(static s => s.Row);
        var error = qualities.Count == 0 ? double.NaN : expected / (rows.Length * (double)qualities.Count);
        return new(name, label.Label, sample.TableRows, rows.Length, [.. suspects])
        {
            Kind = LabelKind.SetsOfClasses,
            IsUseful = qualities.Count > 0,
            Accuracy = 1 - error,
            AccuracyInterval = qualities.Count == 0 ? new(0, 1) : new(least / qualities.Count, most / qualities.Count),
            Classes = qualities.ToImmutable(),
            Warnings = [.. warnings],
        };
    }
}
