using System.Text;
using Assays.Data;
using Assays.Engines;
using Assays.Engines.DuckDb;
using Assays.Labels.Errors;
using Assays.Learning.Labels;

namespace Assays.LabelQuality;

/// <summary>From raw columns, with no probabilities given.</summary>
internal static class EndToEnd
{
    public static async Task ReportAsync(IReadOnlyList<NoisySet> sets, LabelEnsemble ensemble, StringBuilder page, bool detailed)
    {
        var lines = new List<(NoisySet Set, double Ap, double Self, double F1, double Estimate, bool Covered)>();
        foreach (var set in sets)
        {
            var (judgement, _) = await JudgeAsync(set, set.Labels, ensemble);
            var line = (set, Score.AveragePrecision(judgement.Wrong, set.Errors), Score.AveragePrecision([.. LabelScores.Of(judgement.Predictions, set.Labels, LabelScore.SelfConfidence).Select(static s => -s)], set.Errors), Score.Flags(judgement.Flagged, set.Errors).F1, judgement.ErrorShare, judgement.ErrorInterval.Contains(set.ErrorShare));
            lines.Add(line);
            if (detailed) Console.WriteLine($"{set.Table,-14}{set.Noise,-10} AP {line.Item2:0.000} self {line.Item3:0.000} F1 {line.Item4:0.000} rate {set.ErrorShare:0.000} est {line.ErrorShare:0.000} evidence {judgement.Model.Evidence:0.0} overlap {judgement.Model.Overlap:0.000} A {judgement.Model.SharpnessWithout:0.00} {judgement.Model.Sharpness:0.00} noise {judgement.Model.Noise:0.000}");
        }

        page.Append("| table | AP Assay | AP self-confidence of the same ensemble | F1 | mean error of the rate | intervals that cover |\n|---|---|---|---|---|---|\n");
        foreach (var group in lines.GroupBy(static l => l.Set.Table).Append(lines.GroupBy(static _ => "mean").Single()))
        {
            page.Append($"| {group.Key} | {group.Average(static l => l.Ap):0.000} | {group.Average(static l => l.Self):0.000} | {group.Average(static l => l.F1):0.000} | {group.Average(static l => Math.Abs(l.Estimate - l.Set.ErrorShare)):0.0000} | {group.Average(static l => l.Covered ? 1.0 : 0):0.00} |\n");
        }
    }

    public static async Task ReportCleanAsync(IReadOnlyList<NoisySet> sets, LabelEnsemble ensemble, StringBuilder page, bool detailed)
    {
        page.Append("| table, true labels | rows | flagged | share | estimated share of errors | noise | evidence | skill |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var set in sets.DistinctBy(static s => s.Table))
        {
            var (judgement, _) = await JudgeAsync(set, set.Truth, ensemble);
            page.Append($"| {set.Table} | {set.Truth.Length} | {judgement.FlaggedRows} | {(double)judgement.FlaggedRows / set.Truth.Length:P2} | {judgement.ErrorShare:P2} | {judgement.Model.Noise:0.0000} | {judgement.Model.Evidence:0.0} | {judgement.Model.Skill:0.000} |\n");
            if (detailed)
            {
                Console.WriteLine($"{set.Table} >.5 {judgement.Wrong.Count(static w => w > .5)} >.7 {judgement.Wrong.Count(static w => w > .7)} >.9 {judgement.Wrong.Count(static w => w > .9)} T {string.Join(' ', Enumerable.Range(0, judgement.Classes.Length).Select(k => $"{1 - judgement.Model[k, k]:0.000}"))} A {judgement.Model.SharpnessWithout:0.00} {judgement.Model.Sharpness:0.00}");
            }
        }
    }

    private static async Task<(LabelJudgement, FeatureTable)> JudgeAsync(NoisySet set, int[] labels, LabelEnsemble ensemble)
    {
        await using var table = await new DuckDbEngine().OpenAsync(Source.Parse(Path.Combine(set.Folder, "data.csv")), new EngineOptions(2, 200L << 20));
        var sample = await table.SampleAsync(int.MaxValue, 0);
        var features = FeatureTable.Of(sample, [.. Enumerable.Range(0, sample.Rows)], [sample.Schema.Find("label")!]);
        using var models = new LabelModels(features);
        var probabilities = ensemble.Predict(models, labels, [.. set.Classes], random => Folds.Stratified(labels, 5, random));
        return (LabelJudge.Judge(probabilities, labels, isOwn: true), features);
    }
}
