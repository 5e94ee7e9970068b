using System.Text;

namespace Assays.Quality;

/// <summary>Gathers all figures and writes them as Markdown.</summary>
internal sealed class QualityReport
{
    private const string Limits = """

        ## What these figures do not say

        - The tables with errors were looked at while the rules were written. No threshold is set for a table, yet some rules answer to what was
          seen missing in them: runs of stars as a sign for missing, marks hung on values, quotes left escaped, conventions for missing values. So do
          the single columns: that words for missing and blemishes in long texts are doubted more than marks and slips was learnt from them.
          Expect less on other tables; [corruption.md](corruption.md) has figures for errors planted in tables that nobody has looked at.
        - The confidences are fitted on errors planted in other tables, not on these; the calibration error above is of these.
        - Only numbers are predicted from the other columns by models. Two texts exchanged between rows that no dependency, key or form betrays are missed.
        - Zero in a column of whole numbers is never marked by itself, although it may stand for missing; the column gets a note.

        """;

    private readonly List<(string Group, Score Strict, Score Neutral, double Seconds)> _scores = [];
    private readonly List<(string Name, long Alarms, long Filled, double Seconds)> _clean = [];
    private readonly Ablation _ablation = new();
    private readonly Reliability _reliability = new();
    private string _columns = "";

    public void Add(TablePair pair, Truth truth, Run run)
    {
        _scores.Add((pair.Group, Score.Of(truth, run.Flags, false), Score.Of(truth, run.Flags, true), run.Seconds));
        _ablation.Add(pair.Group, truth, run);
        foreach (var flag in run.Flags.Where(f => !truth.Ignored.Contains(f.Cell) && !truth.Nulls.Contains(f.Cell)))
        {
            _reliability.Add(flag.Confidence, truth.Errors.ContainsKey(flag.Cell));
        }
    }

    public void AddClean(string name, List<Flag> alarms, long filled, Run run)
    {
        _clean.Add((name, alarms.Count, filled, run.Seconds));
        _ablation.AddClean(run);
    }

    public void AddColumns(int columns, int errors, double precision, double recall, int flagged, int values) =>
        _columns = $"{columns} columns, {errors} errors: average precision {precision:0.000}, recall at precision 0.8 {recall:0.000}, "
            + $"flagged in columns without errors {flagged} of {values} ({100.0 * flagged / Math.Max(1, values):0.000} %).";

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("# Quality of detection\n\nWritten by `dotnet run --project bench/Assay.Quality -c Release`. Every table goes through the whole of Assay with its defaults; ");
        text.Append("no label is seen. A cell is an error where dirty and clean text differ after HTML unescaping and trimming.\n");
        text.Append("Cells that a table's `ignore.csv` names have an unsound truth; they count nowhere but on the clean tables.\n\n");
        text.Append("## Wrong cells\n\nNeutral: cells that say that there is no value neither count nor cost. Repairs: the share of the values proposed that are\n");
        text.Append("the true text, and of those that are at least the true number in another notation (`12.0 oz` for `12`).\n\n");
        text.Append("| tables | precision | recall | F1 | neutral precision | neutral recall | neutral F1 | repairs right | or of another notation | seconds |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var group in _scores.GroupBy(static s => s.Group))
        {
            var (strict, neutral) = (group.Aggregate(default(Score), static (sum, s) => sum + s.Strict), group.Aggregate(default(Score), static (sum, s) => sum + s.Neutral));
            text.Append($"| {group.Key}{(group.Count() > 1 ? $" ({group.Count()})" : "")} | {strict.Precision:0.000} | {strict.Recall:0.000} | {strict.F1:0.000} ");
            text.Append($"| {neutral.Precision:0.000} | {neutral.Recall:0.000} | {neutral.F1:0.000} ");
            text.Append($"| {(strict.Repairs == 0 ? "none proposed" : $"{(double)strict.RepairsRight / strict.Repairs:0.000} of {strict.Repairs}")} | {(strict.RepairsEqual == 0 ? "" : $"{(double)(strict.RepairsRight + strict.RepairsEqual) / strict.Repairs:0.000}")} | {group.Sum(static s => s.Seconds):0.0} |\n");
        }

        WriteClean(text);
        if (_columns.Length > 0) text.Append($"\n## Single columns of spreadsheets\n\n{_columns}\n");
        text.Append("\n## Reliability\n\n");
        _reliability.Write(text);
        _ablation.Write(text);
        text.Append(Limits);
        return text.ToString();
    }

    private void WriteClean(StringBuilder text)
    {
        text.Append("\n## False alarms on clean tables\n\nFlagged share of the cells that are not empty; a row for each lake, and its worst table.\n\n| tables | alarms | cells | share | worst table | seconds |\n|---|---|---|---|---|---|\n");
        foreach (var group in _clean.GroupBy(static c => c.Name.Split('/')[0]))
        {
            var (alarms, cells) = (group.Sum(static c => c.Alarms), Math.Max(1, group.Sum(static c => c.Filled)));
            var worst = group.MaxBy(static c => (double)c.Alarms / Math.Max(1, c.Filled));
            text.Append($"| {group.Key} | {alarms} | {cells} | {100.0 * alarms / cells:0.000} % | {100.0 * worst.Alarms / Math.Max(1, worst.Filled):0.000} % {worst.Name} | {group.Sum(static c => c.Seconds):0.0} |\n");
        }

        text.Append($"\nMean of the tables' shares: {100 * _clean.Select(static c => (double)c.Alarms / Math.Max(1, c.Filled)).DefaultIfEmpty().Average():0.000} %.\n");
    }
}
