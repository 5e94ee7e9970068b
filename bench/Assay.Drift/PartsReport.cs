using System.Globalization;
using System.Text;

namespace Assays.DriftBench;

/// <summary>Writes what comparisons that were taken apart have shown, and what comparing costs, as Markdown.</summary>
internal static class PartsReport
{
    public static string Write(IReadOnlyList<DatedTrial> trials)
    {
        var text = new StringBuilder("""

            ## Along time and by groups

            `assay compare --by COLUMN` on real tables that have a time column. The times are dealt out anew, so that nothing depends on them; the table is cut in two by
            time, and a change is made from the middle day of the current part on, or in the second largest group. *Placed right*: the finding on the changed
            column names the period, or the one before or after it, or the group. *Others* are findings of AS0818 and AS0819 on other columns, a comparison.


            """);
        text.Append("| what | comparisons | found | placed right | others |\n|---|---|---|---|---|\n");
        foreach (var kind in trials.GroupBy(static t => t.Case)) Row(text, kind.Key, [.. kind]);
        Row(text, "**all changes from one day on**", [.. trials.Where(static t => t.Case.StartsWith("from", StringComparison.Ordinal))]);
        Row(text, "**all changes in one group**", [.. trials.Where(static t => t.Case.StartsWith("in", StringComparison.Ordinal))]);
        var twins = trials.Where(static t => t.Changed is null).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"\nOf {twins.Length} comparisons in which nothing changed {twins.Count(static t => t.Others > 0)} tell a change.\n");
        return text.ToString();
    }

    public static string Write(Speed speed, double mergeError) => string.Create(CultureInfo.InvariantCulture, $"""

        ## Baselines and speed

        The largest distance between the distribution of a column and that of its merged baseline of ten parts (Kolmogorov-Smirnov): {mergeError:0.0000}.

        A million rows × 20 columns of CSV, CPU seconds on all threads, the least of three runs in turns; the baseline has {speed.Bytes:#,0} bytes.

        | what | CPU seconds | by the profile's |
        |---|---|---|
        | `assay profile` | {speed.Profile:0.00} | 1.00 |
        | `assay compare BASELINE` | {speed.Compare:0.00} | {speed.Compare / speed.Profile:0.00} |
        | `assay compare BASELINE --by date` | {speed.ByTime:0.00} | {speed.ByTime / speed.Profile:0.00} |

        """);

    private static void Row(StringBuilder text, string name, DatedTrial[] trials)
    {
        if (trials.Length == 0) return;
        var isTwin = trials[0].Changed is null;
        text.Append($"| {name} | {trials.Length} | {(isTwin ? "–" : $"{trials.Average(static t => t.IsCaught ? 100 : 0):0.0} %")} | {(isTwin ? "–" : $"{trials.Average(static t => t.IsPlaced ? 100 : 0):0.0} %")} | {trials.Average(static t => t.Others):0.00} |\n");
    }
}
