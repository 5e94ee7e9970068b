using System.Text;
using Assays.Quality;

namespace Assays.Corruption;

/// <summary>Writes what trials have shown as Markdown.</summary>
internal static class CorruptionReport
{
    public static string Write(IReadOnlyList<Trial> trials, IReadOnlySet<string> unseen, double[] shares)
    {
        var text = new StringBuilder("""
            # Errors planted in clean tables

            Written by `dotnet run --project bench/Assay.Corruption -c Release`. Errors of one kind are planted, seeded, into a table held to be clean
            (its first 2,000 rows), and the whole of Assay looks at it with its defaults. Every other cell that it marks is a false alarm, but for those
            that it marks in the clean table too. A share is of the cells that an error of the kind can strike; of rows where it strikes rows.
            Many planted errors cannot be known by anyone: a typing error in a value that stands once, a category that any row may have.


            """);
        text.Append($"Tables: {string.Join(", ", trials.Select(t => t.Table).Distinct().Select(t => unseen.Contains(t) ? $"*{t}*" : t))}. ");
        text.Append("Those in italics were not looked at while the rules were written, and confidences are not fitted on them.\n\n## By kind\n\n");
        text.Append(Heading(shares, "repairs right"));
        foreach (var kind in trials.GroupBy(static t => t.Kind))
        {
            text.Append($"| {kind.Key} |");
            foreach (var share in shares)
            {
                var score = Sum(kind.Where(t => t.Share == share).Select(static t => t.Score));
                text.Append($" {score.Precision:0.000} | {score.Recall:0.000} |");
            }

            var all = Sum(kind.Select(static t => t.Score));
            text.Append(all.Repairs == 0 ? " |\n" : $" {(double)all.RepairsRight / all.Repairs:0.000} of {all.Repairs} |\n");
        }

        text.Append("\n## By table\n\n| table | precision | recall | F1 |\n|---|---|---|---|\n");
        foreach (var table in trials.GroupBy(static t => t.Table))
        {
            var score = Sum(table.Select(static t => t.Score));
            text.Append($"| {table.Key} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} |\n");
        }

        WriteGrid(text, trials);
        text.Append("\n## By detector\n\n| detector | flags | right | mean confidence |\n|---|---|---|---|\n");
        foreach (var detector in trials.SelectMany(static t => t.Flags).GroupBy(static f => f.Flag.Detector).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"| {detector.Key} | {detector.Count()} | {detector.Average(static f => f.IsHit ? 1 : 0):0.000} | {detector.Average(static f => f.Flag.Confidence):0.000} |\n");
        }

        WriteRows(text, trials, shares);
        WriteReliability(text, "Reliability", trials.SelectMany(static t => t.Flags));
        WriteReliability(text, "Reliability on the tables held out", trials.Where(t => unseen.Contains(t.Table)).SelectMany(static t => t.Flags));
        return text.ToString();
    }

    private static void WriteGrid(StringBuilder text, IReadOnlyList<Trial> trials)
    {
        var tables = trials.Select(static t => t.Table).Distinct().ToList();
        text.Append($"\n## Recall by kind and table\n\n| kind | {string.Join(" | ", tables)} |\n|---|{string.Concat(tables.Select(static _ => "---|"))}\n");
        foreach (var kind in trials.GroupBy(static t => t.Kind))
        {
            var cells = tables.Select(table => Sum(kind.Where(t => t.Table == table).Select(static t => t.Score))).Select(static score => score.Errors == 0 ? "" : $"{score.Recall:0.00}");
            text.Append($"| {kind.Key} | {string.Join(" | ", cells)} |\n");
        }
    }

    private static void WriteRows(StringBuilder text, IReadOnlyList<Trial> trials, double[] shares)
    {
        text.Append("\n## Odd rows\n\nRows that were struck, among those that the rule on rows unlike all others tells, and how many of those struck they are.\n\n");
        text.Append(Heading(shares, "rows told"));
        foreach (var kind in trials.GroupBy(static t => t.Kind).Where(static kind => kind.Any(static t => t.Rows.Flagged > 0)))
        {
            var scores = shares.Select(share => Sum(kind.Where(t => t.Share == share).Select(static t => t.Rows))).ToList();
            text.Append($"| {kind.Key} | {string.Join(" | ", scores.Select(static score => $"{score.Precision:0.000} | {score.Recall:0.000}"))} | {scores.Sum(static score => score.Flagged)} |\n");
        }
    }

    private static void WriteReliability(StringBuilder text, string title, IEnumerable<(Flag Flag, bool IsHit)> flags)
    {
        var reliability = new Reliability();
        foreach (var (flag, isHit) in flags) reliability.Add(flag.Confidence, isHit);
        text.Append($"\n## {title}\n\n");
        reliability.Write(text);
    }

    private static string Heading(double[] shares, string last) =>
        $"| kind | {string.Join(" | ", shares.Select(static s => $"precision at {100 * s:0} % | recall"))} | {last} |\n|---|{string.Concat(shares.Select(static _ => "---|---|"))}---|\n";

    private static Score Sum(IEnumerable<Score> scores) => scores.Aggregate(default(Score), static (sum, score) => sum + score);
}
