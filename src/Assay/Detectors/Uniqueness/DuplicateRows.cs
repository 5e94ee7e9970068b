using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Uniqueness;

/// <summary>Rows that repeat another row in every column.</summary>
public sealed class DuplicateRows : Detector
{
    private const int MostListed = 10_000;

    public override Rule Rule { get; } = new("AS0401", "duplicate-rows", "Duplicate rows", Dimension.Uniqueness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var prints = RowPrint.All(sample.Columns, sample.Rows);
        var copies = Copies(sample, prints);
        if (copies.Count == 0) yield break;

        var chance = sample.Columns.Length == 1 || EqualRows.AreExpected(sample.Columns, prints);
        var scale = (double)sample.TableRows / Math.Max(1, sample.Rows);
        // Where each row is drawn by itself, a copy is seen only when its original is drawn too.
        var rows = Math.Min(sample.TableRows, (long)Math.Round(copies.Count * (sample.KeepsCopies ? scale : scale * scale)));
        var estimated = sample.IsComplete ? "" : $", estimated from {Wording.Count(copies.Count, "copy", "copies")} in a sample of {Wording.Count(sample.Rows, "row")}";
        yield return new(Rule, [], $"{Wording.Count(rows, "row")} repeat an earlier row in every column ({Wording.Percent((double)rows / sample.TableRows)} of the rows{estimated}). "
            + (chance
                ? "Rows that differ in one column only are so frequent that these may be different things that look alike."
                : "They are counted more than once in every total."))
        {
            Severity = chance ? Severity.Note : Severity.Warning,
            Confidence = chance ? 0.3 : 0.95,
            AffectedRows = rows,
            AffectedCells = rows * sample.Columns.Length,
            WholeRows = [.. copies.Take(MostListed).Select(copy => sample.RowNumbers[copy.Row])],
            Evidence = [new("copies", (long)copies.Count), new("firstPairs", FirstPairs(sample, copies))],
            Repair = new("Keep the first of each and drop the copies.", IsCertain: false),
        };
    }

    private static string FirstPairs(Sample sample, List<(int Row, int Original)> copies) => string.Join(
        ", ", copies.Take(10).Select(copy => FormattableString.Invariant($"{sample.RowNumbers[copy.Row]} = {sample.RowNumbers[copy.Original]}")));

    /// <summary>Each row that repeats an earlier one, with that one.</summary>
    private static List<(int Row, int Original)> Copies(Sample sample, ulong[] prints)
    {
        var first = new Dictionary<ulong, int>(sample.Rows);
        var copies = new List<(int, int)>();
        for (var row = 0; row < sample.Rows; row++)
        {
            var at = row;
            if (!first.TryAdd(prints[row], row) && sample.Columns.All(column => column.Codes[at] == column.Codes[first[prints[at]]])) copies.Add((row, first[prints[row]]));
        }

        return copies;
    }
}
