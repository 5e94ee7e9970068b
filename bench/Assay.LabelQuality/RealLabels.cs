using System.Text;
using Assays.Labels.Agreement;
using Assays.Labels.Errors;

namespace Assays.LabelQuality;

/// <summary>Labels of real people: errors that others verified, and crowds whose truth is known.</summary>
internal static class RealLabels
{
    public static void ReportVerified(string root, StringBuilder page)
    {
        page.Append("| set | rows | flagged by Assay | checked among them | real errors | precision | cleanlab's filter: flagged | precision | AP within the checked, Assay | self-confidence |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(root, "real"), "le_*").Order(StringComparer.Ordinal))
        {
            if (!File.Exists(Path.Combine(folder, "pred_probs.csv"))) continue;
            var header = File.ReadLines(Path.Combine(folder, "pred_probs.csv")).First().Split(',');
            string[] classes = [.. header.Select(static name => name.Trim('"')[2..])];
            var probabilities = NoisySet.Read(Path.Combine(folder, "pred_probs.csv"), classes);
            int[] labels = [.. Lines(Path.Combine(folder, "labels.csv")).Select(f => Array.IndexOf(classes, f[1]))];
            var names = File.ReadLines(Path.Combine(folder, "verified.csv")).First().Split(',');
            var verified = Lines(Path.Combine(folder, "verified.csv")).ToDictionary(static f => int.Parse(f[0], System.Globalization.CultureInfo.InvariantCulture), f => f[Array.IndexOf(names, "is_error")] is "1" or "True");
            var judgement = LabelJudge.Judge(probabilities, labels);
            var (flagged, hits, errors) = Count(judgement.Flagged, verified);
            var (others, theirHits, theirErrors) = Count(new ConfidentLearning(probabilities, labels).Flag(ConfidentFilter.PruneByNoiseRate), verified);
            int[] rows = [.. verified.Keys];
            var self = LabelScores.Of(probabilities, labels, LabelScore.SelfConfidence);
            bool[] truth = [.. rows.Select(row => verified[row])];
            page.Append($"| {Path.GetFileName(folder)} | {labels.Length} | {flagged} | {hits} | {errors} | **{(double)errors / hits:0.000}** | {others} | {(double)theirErrors / theirHits:0.000} | {Score.AveragePrecision([.. rows.Select(row => judgement.Wrong[row])], truth):0.000} | {Score.AveragePrecision([.. rows.Select(row => -self[row])], truth):0.000} |\n");
        }
    }

    public static void ReportCrowds(string root, StringBuilder page)
    {
        page.Append("| crowd | items | answers | majority | Dawid and Skene |\n|---|---|---|---|---|\n");
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(root, "real"), "crowd_*").Order(StringComparer.Ordinal))
        {
            var answers = Answers.Of(Lines(Path.Combine(folder, "answers.csv")).Select(static f => (f[0], f[1], f[2])));
            var truth = Lines(Path.Combine(folder, "truth.csv")).ToDictionary(static f => f[0], static f => f[1]);
            var posterior = DawidSkene.Fit(answers).Posterior;
            double items = 0, majority = 0, consensus = 0;
            for (var item = 0; item < answers.Items.Length; item++)
            {
                if (!truth.TryGetValue(answers.Items[item], out var right)) continue;
                items++;
                var at = item;
                var votes = new int[answers.Classes.Length];
                foreach (var answer in answers.Of(item)) votes[answer.Class]++;
                majority += answers.Classes[Array.IndexOf(votes, votes.Max())] == right ? 1 : 0;
                consensus += answers.Classes[Enumerable.Range(0, votes.Length).MaxBy(k => posterior[at, k])] == right ? 1 : 0;
            }

            page.Append($"| {Path.GetFileName(folder)} | {items} | {answers.All.Length} | {majority / items:0.000} | {consensus / items:0.000} |\n");
        }
    }

    private static (int Flagged, int Checked, int Errors) Count(bool[] flags, Dictionary<int, bool> verified) => (
        flags.Count(static f => f), verified.Count(v => flags[v.Key]), verified.Count(v => flags[v.Key] && v.Value));

    private static IEnumerable<string[]> Lines(string path) => File.ReadLines(path).Skip(1).Select(static line => line.Split(','));
}
