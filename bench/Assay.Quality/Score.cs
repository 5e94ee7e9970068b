using System.Globalization;
using System.Text.RegularExpressions;

namespace Assays.Quality;

/// <summary>How well flagged cells agree with the truth; scores of several tables add up.</summary>
/// <param name="Hits">Flagged cells that are wrong.</param>
/// <param name="Flagged">Flagged cells.</param>
/// <param name="Errors">Wrong cells.</param>
/// <param name="RepairsRight">Proposed values that are the true text.</param>
/// <param name="RepairsEqual">Proposed values that are the true number in another notation.</param>
/// <param name="Repairs">Flagged cells for which a value is proposed.</param>
internal readonly partial record struct Score(long Hits, long Flagged, long Errors, long RepairsRight, long RepairsEqual, long Repairs)
{
    public double Precision => Flagged == 0 ? 0 : (double)Hits / Flagged;
    public double Recall => Errors == 0 ? 0 : (double)Hits / Errors;
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score operator +(Score left, Score right) =>
        new(left.Hits + right.Hits, left.Flagged + right.Flagged, left.Errors + right.Errors, left.RepairsRight + right.RepairsRight, left.RepairsEqual + right.RepairsEqual, left.Repairs + right.Repairs);

    public static Score Of(Truth truth, IEnumerable<Flag> flags, bool nullsNeutral)
    {
        bool Counts((long, string) cell) => !truth.Ignored.Contains(cell) && !(nullsNeutral && truth.Nulls.Contains(cell));
        var counted = flags.Where(flag => Counts(flag.Cell)).ToList();
        var hits = counted.Count(flag => truth.Errors.ContainsKey(flag.Cell));
        var repairs = counted.Where(static flag => flag.Repair is not null).ToList();
        var right = repairs.Count(flag => TablePair.Normal(flag.Repair!) == TablePair.Normal(Clean(truth, flag)));
        var equal = repairs.Count(flag => TablePair.Normal(flag.Repair!) != TablePair.Normal(Clean(truth, flag)) && Number(flag.Repair!) is { } number && number == Number(Clean(truth, flag)));
        return new(hits, counted.Count, truth.Errors.Keys.Count(Counts), right, equal, repairs.Count);
    }

    private static string Clean(Truth truth, Flag flag) => truth.Errors.TryGetValue(flag.Cell, out var error) ? error.Clean : flag.Value ?? "";

    /// <summary>The number that a text begins with, whatever unit follows it.</summary>
    private static double? Number(string text) =>
        Leading().Match(text) is { Success: true } match ? double.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^-?\d+(\.\d+)?(?=\D*$)")]
    private static partial Regex Leading();
}

/// <summary>A flagged cell: its most confident finding.</summary>
internal sealed record Flag((long Row, string Column) Cell, string? Value, double Confidence, string Detector, string Reason, string? Repair);
