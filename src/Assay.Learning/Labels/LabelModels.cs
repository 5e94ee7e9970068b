using System.Collections.Concurrent;
using Assays.Data;
using Assays.Labels.Errors;
using Assays.Learning.Models.LightGbm;

namespace Assays.Learning.Labels;

/// <summary>A table in bins, and the models that explain what was predicted of its rows.</summary>
internal sealed class LabelModels(FeatureTable table) : IDisposable
{
    /// <summary>Flagged rows that are explained by their columns at most; the most suspicious ones.</summary>
    private const int MostReasons = 500;

    private const int ColumnsPerReason = 3;
    private const int LongestValue = 30;

    private readonly ConcurrentDictionary<int, (Booster Booster, int[] Rows)> _kept = new();

    public TrainingSet Set { get; } = new(table.Values, table.Features.Length, table.Categories);

    public void Keep(int fold, Booster booster, int[] rows) => _kept[fold] = (booster, rows);

    /// <summary>For the most suspicious of the flagged rows: which columns speak for the better label, in words.</summary>
    public Dictionary<int, string> Reasons(Sample sample, GivenLabels labels, LabelJudgement judgement)
    {
        var asked = Enumerable.Range(0, labels.Codes.Length).Where(row => judgement.Flagged[row])
            .OrderByDescending(row => judgement.Wrong[row]).Take(MostReasons).ToHashSet();
        var reasons = new Dictionary<int, string>();
        var outputs = judgement.Classes.Length == 2 ? 1 : judgement.Classes.Length;
        foreach (var (booster, rows) in _kept.OrderBy(static k => k.Key).Select(static k => k.Value))
        {
            int[] mine = [.. rows.Where(asked.Contains)];
            if (mine.Length == 0) continue;
            var moved = booster.Explain(Set.Gather(mine), outputs);
            var width = (table.Features.Length + 1) * outputs;
            for (var i = 0; i < mine.Length; i++)
            {
                var reason = Reason(sample, labels.Rows[mine[i]], moved.AsSpan(i * width, width), labels.Codes[mine[i]], judgement.Better(mine[i]), outputs);
                if (reason is not null) reasons[mine[i]] = reason;
            }
        }

        return reasons;
    }

    public void Dispose()
    {
        foreach (var (booster, _) in _kept.Values)
        {
            booster.Dispose();
        }

        Set.Dispose();
    }

    private string? Reason(Sample sample, int row, ReadOnlySpan<double> moved, int given, int better, int outputs)
    {
        var width = table.Features.Length + 1;
        var byColumn = new Dictionary<Column, double>();
        for (var i = 0; i < table.Features.Length; i++)
        {
            var towards = outputs == 1 ? (better == 1 ? moved[i] : -moved[i]) : moved[better * width + i] - moved[given * width + i];
            byColumn[table.Features[i].Column] = byColumn.GetValueOrDefault(table.Features[i].Column) + towards;
        }

        var total = byColumn.Values.Where(static v => v > 0).Sum();
        var speakers = byColumn.Where(c => c.Value > 0.1 * total).OrderByDescending(static c => c.Value).ThenBy(static c => c.Key.Ordinal).Take(ColumnsPerReason)
            .Select(c => $"{c.Key.Label} ({Short(sample[c.Key][row])})").ToArray();
        if (speakers.Length == 0) return null;
        return $"what speaks for it most: {string.Join(", ", speakers)}";
    }

    private static string Short(string? value) =>
        value is null ? "missing" : value.Length <= LongestValue ? value : value[..(LongestValue - 1)] + "…";
}
