using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Labels.Errors;

namespace Assays.Learning.Labels;

/// <summary>Makes the report of a judgement.</summary>
internal static class ReportBuilder
{
    /// <summary>Cells of the noise matrix in a report at most.</summary>
    private const int MostCells = 400;

    public static LabelReport Of(
        string name, Column label, long rows, GivenLabels labels, Func<int, long> rowNumber, LabelJudgement judgement, Func<int, string?> columns)
    {
        var classes = judgement.Classes;
        var suspects = Enumerable.Range(0, labels.Codes.Length).Select(row =>
        {
            var flagged = judgement.Flagged[row];
            var better = flagged ? judgement.Better(row) : -1;
            return new LabelSuspect(
                rowNumber(row), classes[labels.Codes[row]], flagged ? classes[better] : null, judgement.Wrong[row], flagged,
                flagged ? Reason(judgement, row, better, columns(row)) : "");
        }).OrderByDescending(static s => s.Probability).ThenBy(static s => s.Row).ToImmutableArray();
        return new(name, label.Label, rows, labels.Rows.Length, suspects)
        {
            Kind = LabelKind.Classes,
            IsUseful = judgement.IsUseful,
            Accuracy = judgement.Accuracy,
            AccuracyInterval = judgement.AccuracyInterval,
            Classes = [.. Enumerable.Range(0, classes.Length).Select(k => Quality(judgement, labels, k))],
            Noise = judgement.IsUseful ? Noise(judgement) : [],
            Warnings = [.. labels.Notes, .. judgement.Warnings],
        };
    }

    private static string Reason(LabelJudgement judgement, int row, int better, string? columns)
    {
        var predicted = judgement.Predictions[row];
        var given = judgement.Labels[row];
        var models = string.Create(
            CultureInfo.InvariantCulture,
            $"Models that did not see this row give '{judgement.Classes[better]}' {predicted[better]:0.00} and the label '{judgement.Classes[given]}' {predicted[given]:0.00}");
        return columns is null ? models + "." : $"{models}; {columns}.";
    }

    private static ClassQuality Quality(LabelJudgement judgement, GivenLabels labels, int k)
    {
        int rows = 0, flagged = 0;
        var wrong = 0.0;
        for (var row = 0; row < labels.Codes.Length; row++)
        {
            if (labels.Codes[row] != k) continue;
            rows++;
            flagged += judgement.Flagged[row] ? 1 : 0;
            wrong += judgement.Wrong[row];
        }

        return new(judgement.Classes[k], rows, flagged, rows == 0 || !judgement.IsUseful ? double.NaN : 1 - wrong / rows);
    }

    private static ImmutableArray<NoiseCell> Noise(LabelJudgement judgement)
    {
        var classes = judgement.Classes;
        var cells =
            from truth in Enumerable.Range(0, classes.Length)
            from given in Enumerable.Range(0, classes.Length)
            select (Truth: truth, Given: given, Share: judgement.Model[truth, given]);
        var kept = classes.Length * classes.Length <= MostCells ? cells : cells.OrderByDescending(static c => c.Share).Take(MostCells).OrderBy(static c => c.Truth).ThenBy(static c => c.Given);
        return [.. kept.Select(c =>
        {
            var (share, interval) = judgement.Transition(c.Truth, c.Given);
            return new NoiseCell(classes[c.Truth], classes[c.Given], share, interval);
        })];
    }
}
