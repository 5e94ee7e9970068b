using System.Text;

namespace Assays.DriftBench;

/// <summary>Writes what trials have shown as Markdown.</summary>
internal static class DriftReport
{
    /// <summary>Rivals have no verdict: each is given the threshold at which it raises as few false alarms as is allowed.</summary>
    private const double AllowedAlarms = 0.05;

    public static string Write(IReadOnlyList<Trial> splits, IReadOnlyList<Trial> changes, IReadOnlyList<Trial> known)
    {
        var thresholds = Rivals.Names.Select((_, i) => Threshold([.. splits.Where(static t => t.Rivals.Length > 0).Select(t => t.Rivals[i].Table)])).ToArray();
        var text = new StringBuilder("""
            # Drift

            Written by `dotnet run --project bench/Assay.Drift -c Release`. Every pair of tables goes through `assay compare` as files, with its defaults.
            A pair is caught when the verdict is *look* or *stop*; a change is named right when a warning or an error of a rule that is meant for it names a
            column that was changed. Rivals have no verdict; each gets the threshold with which it raises an alarm on at most 5 % of the splits below, chosen on
            these very splits.

            ## False alarms

            Halves of the same rows, drawn at random: nothing changed.


            """);
        text.Append($"| rows of each half | splits | false alarms |{string.Concat(Rivals.Names.Select(static n => $" {n}, as usual |"))}\n|---|---|---|{string.Concat(Rivals.Names.Select(static _ => "---|"))}\n");
        foreach (var size in splits.GroupBy(static t => t.Rows).OrderBy(static g => g.Key).Append(null))
        {
            var all = size?.ToArray() ?? [.. splits];
            text.Append($"| {(size is null ? "all" : $"{size.Key:N0}")} | {all.Length} | {all.Count(static t => t.IsCaught)} ({all.Average(static t => t.IsCaught ? 100 : 0):0.0} %) |");
            for (var i = 0; i < Rivals.Names.Length; i++) text.Append($" {all.Average(t => t.Rivals[i].Table > Usual[i] ? 100 : 0):0.0} % |");
            text.Append('\n');
        }

        text.Append("\n*As usual*: p below 0.05 after Bonferroni, PSI above 0.2, an area above 0.55.\n");
        foreach (var alarm in splits.Where(static t => t.IsCaught)) text.Append($"\n- {alarm.Table}, {alarm.Rows:N0} rows: {string.Join("; ", alarm.Serious.Select(static f => f.Id))}");
        text.Append("\n\n## Changes made on purpose\n\nIn up to three columns of every table that allows the change. *Others* are columns named that did not change, a pair.\n\n");
        text.Append($"| change | pairs | caught | named right | others |{string.Concat(Rivals.Names.Select(static n => $" {n} |"))}\n|---|---|---|---|---|{string.Concat(Rivals.Names.Select(static _ => "---|"))}\n");
        foreach (var kind in changes.GroupBy(static t => t.Case).Append(null))
        {
            Row(text, kind?.Key ?? "**all**", kind?.ToArray() ?? [.. changes], thresholds);
        }

        text.Append("\nWhere a category vanishes, whole rows are taken out, and what depends on it moves too: the others are mostly true. Missed or named otherwise:\n");
        foreach (var miss in changes.Where(static t => !t.IsNamed)) text.Append($"\n- {miss.Table}, {string.Join(" and ", miss.Changed)}: {miss.Case} – {(miss.IsCaught ? string.Join("; ", miss.Serious.Select(static f => f.Id)) : "safe")}");
        text.Append("\n\n## Drift that happened\n\nSEA changes the rule that makes the class and not the inputs: claiming drift of the inputs would be wrong.\n\n");
        text.Append($"| pair | verdict | columns known to move | of them named | others named |{string.Concat(Rivals.Names.Select(static n => $" {n} |"))}\n|---|---|---|---|---|{string.Concat(Rivals.Names.Select(static _ => "---|"))}\n");
        foreach (var trial in known)
        {
            text.Append($"| {trial.Case} | {trial.Assessment.Reference!.Verdict.ToString().ToLowerInvariant()} | {string.Join(", ", trial.Changed)} | {trial.ChangedNamed} of {trial.Changed.Length} | {string.Join(", ", trial.Wrong)} |");
            for (var i = 0; i < thresholds.Length; i++) text.Append(trial.Rivals[i].Table > thresholds[i] ? " alarm |" : " – |");
            text.Append('\n');
        }

        var drifted = known.Where(static t => t.Changed.Length > 0).Concat(changes).ToArray();
        text.Append($"\nAll true drifts, at no more than 5 % false alarms: Assay finds {drifted.Average(static t => t.IsCaught ? 100 : 0):0.0} %");
        for (var i = 0; i < thresholds.Length; i++) text.Append($", {Rivals.Names[i]} {drifted.Average(t => t.Rivals[i].Table > thresholds[i] ? 100 : 0):0.0} %");
        text.Append(".\n");
        return text.ToString();
    }

    // -log10 of 0.05; the usual rule of thumb of the index; an area that is held for drift.
    private static readonly double[] Usual = [-Math.Log10(0.05), 0.2, 0.55];

    private static void Row(StringBuilder text, string name, Trial[] trials, double[] thresholds)
    {
        if (trials.Length == 0) return;
        text.Append($"| {name} | {trials.Length} | {trials.Average(static t => t.IsCaught ? 100 : 0):0.0} % | {trials.Average(static t => t.IsNamed ? 100 : 0):0.0} % | {trials.Average(static t => t.Wrong.Length):0.00} |");
        for (var i = 0; i < thresholds.Length; i++) text.Append($" {trials.Average(t => t.Rivals[i].Table > thresholds[i] ? 100 : 0):0.0} % |");
        text.Append('\n');
    }

    private static double Threshold(double[] scores) => scores.Length == 0 ? 0 : scores.OrderDescending().ElementAt((int)(AllowedAlarms * scores.Length));
}
