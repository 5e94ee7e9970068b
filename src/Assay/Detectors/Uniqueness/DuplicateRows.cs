using System.Runtime.InteropServices;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Uniqueness;

/// <summary>Rows that repeat another row in every column.</summary>
public sealed class DuplicateRows : Detector
{
    private const int MostListed = 10_000;

    /// <summary>How many pairs that differ in one column only must stand beside one equal pair, for equal rows to be no surprise.</summary>
    private const double LookAlikes = 3;

    /// <summary>The share of equal pairs that this column must yield when rows agree in it at random.</summary>
    private const double ByChance = 0.05;

    /// <summary>Columns that are left out in turn, at most.</summary>
    private const int MostLeftOut = 50;

    public override Rule Rule { get; } = new("AS0401", "duplicate-rows", "Duplicate rows", Dimension.Uniqueness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        var sample = examination.Sample;
        var prints = Prints(sample);
        var copies = Copies(sample, prints);
        if (copies.Count == 0) yield break;

        var chance = Coincidence(sample, prints);
        var scale = (double)sample.TableRows / Math.Max(1, sample.Rows);
        var rows = sample.IsComplete ? copies.Count : Math.Min(sample.TableRows, (long)Math.Round(copies.Count * scale * scale));
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

    /// <summary>
    /// Whether equal rows are to be expected. Where the columns are coarse, pairs of rows that differ in one column only abound,
    /// and some pairs then agree in that one, too. A copy made by mistake has no such company. A column so fine that two rows
    /// hardly ever agree in it, such as an identifier, is no company either: who agrees in it is a copy.
    /// </summary>
    private static bool Coincidence(Sample sample, ulong[] prints)
    {
        if (sample.Columns.Length == 1) return true;
        var equal = Pairs(prints);
        var step = Math.Max(1, sample.Columns.Length / MostLeftOut);
        return sample.Columns.Where((_, at) => at % step == 0).Any(column =>
        {
            var agree = Agreement(column);
            if (agree is 0 or 1) return false;
            var alike = PairsWithout(column, prints) - equal;
            return alike >= LookAlikes * equal && alike * agree / (1 - agree) >= ByChance * equal;
        });
    }

    private static double PairsWithout(SampledColumn column, ulong[] prints)
    {
        var others = new ulong[prints.Length];
        for (var row = 0; row < prints.Length; row++) others[row] = unchecked(prints[row] - RowPrint.Of(column, row));
        return Pairs(others);
    }

    private static double Pairs(ulong[] prints)
    {
        var counts = new Dictionary<ulong, int>(prints.Length);
        var pairs = 0.0;
        foreach (var print in prints)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, print, out _);
            pairs += count++;
        }

        return pairs;
    }

    /// <summary>The probability that two rows drawn at random agree in a column (Simpson 1949).</summary>
    private static double Agreement(SampledColumn column)
    {
        var rows = (double)column.Codes.Length;
        var sum = (rows - column.Present) * (rows - column.Present);
        foreach (var count in column.Counts) sum += (double)count * count;
        return sum / (rows * rows);
    }

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

    /// <summary>A fingerprint of each row: the sum of its cells' prints, so that one column can be taken out by subtracting.</summary>
    private static ulong[] Prints(Sample sample)
    {
        var prints = new ulong[sample.Rows];
        foreach (var column in sample.Columns)
        {
            for (var row = 0; row < prints.Length; row++) prints[row] = unchecked(prints[row] + RowPrint.Of(column, row));
        }

        return prints;
    }
}
