using System.Text;
using Assays.Labels.Errors;

namespace Assays.LabelQuality;

/// <summary>The same probabilities for everybody: who flags and ranks best?</summary>
internal static class GivenProbabilities
{
    public static void Report(IReadOnlyList<NoisySet> sets, StringBuilder page, bool detailed)
    {
        page.Append("| probabilities | sets | F1 Assay | F1 cleanlab, default | F1 cleanlab, best filter of each set | AP Assay | AP self-confidence | AP margin | rate error Assay | rate error cleanlab | intervals that cover |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var model in (string[])["hgb", "rf"])
        {
            var lines = sets.Select(set => Measure(set, model)).OfType<Line>().ToArray();
            if (detailed)
            {
                foreach (var line in lines)
                {
                    Console.WriteLine($"{model,-4}{line.Set.Table,-14}{line.Set.Noise,-10} F1 {line.F1:0.000} ({line.Precision:0.00}/{line.Recall:0.00}) oracle {line.Oracle:0.000} AP {line.Ap:0.000} self {line.Self:0.000} rate {line.Set.ErrorShare:0.000} est {line.Estimate:0.000} evidence {line.Evidence:0.0} overlap {line.Overlap:0.000} {line.Warnings}");
                }
            }

            page.Append($"| {model} | {lines.Length} | **{lines.Average(l => l.F1):0.0000}** | {lines.Average(l => l.Default):0.0000} | {lines.Average(l => l.Oracle):0.0000} | **{lines.Average(l => l.Ap):0.0000}** | {lines.Average(l => l.Self):0.0000} | {lines.Average(l => l.Margin):0.0000} | **{lines.Average(l => Math.Abs(l.Estimate - l.Set.ErrorShare)):0.0000}** | {lines.Average(l => Math.Abs(l.Counted - l.Set.ErrorShare)):0.0000} | {lines.Average(l => l.Covered ? 1.0 : 0):0.00} |\n");
        }
    }

    private static Line? Measure(NoisySet set, string model)
    {
        if (set.Probabilities(model) is not { } probabilities) return null;
        var judgement = LabelJudge.Judge(probabilities, set.Labels);
        var (precision, recall, f1) = Score.Flags(judgement.Flagged, set.Errors);
        var confident = new ConfidentLearning(probabilities, set.Labels);
        var filters = Enum.GetValues<ConfidentFilter>().ToDictionary(static f => f, f => Score.Flags(confident.Flag(f), set.Errors).F1);
        double Ap(LabelScore score) => Score.AveragePrecision([.. LabelScores.Of(probabilities, set.Labels, score).Select(static s => -s)], set.Errors);
        return new(
            set, f1, precision, recall, filters[ConfidentFilter.PruneByNoiseRate], filters.Values.Max(), Score.AveragePrecision(judgement.Wrong, set.Errors),
            Ap(LabelScore.SelfConfidence), Ap(LabelScore.NormalizedMargin), judgement.ErrorShare,
            confident.Flag(ConfidentFilter.ConfidentLearning).Average(static f => f ? 1.0 : 0), judgement.ErrorInterval.Contains(set.ErrorShare),
            string.Join(" ", judgement.Warnings)) { Evidence = judgement.Model.Evidence, Overlap = judgement.Model.Overlap };
    }

    private sealed record Line(
        NoisySet Set, double F1, double Precision, double Recall, double Default, double Oracle, double Ap, double Self, double Margin, double Estimate, double Counted, bool Covered, string Warnings)
    {
        public double Evidence { get; init; }
        public double Overlap { get; init; }
    }
}
