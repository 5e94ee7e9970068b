namespace Assays.Quality;

/// <summary>How well flagged cells agree with the truth; scores of several tables add up.</summary>
internal readonly record struct Score(long Hits, long Flagged, long Errors, long RepairsRight, long Repairs)
{
    public double Precision => Flagged == 0 ? 0 : (double)Hits / Flagged;
    public double Recall => Errors == 0 ? 0 : (double)Hits / Errors;
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Score operator +(Score left, Score right) =>
        new(left.Hits + right.Hits, left.Flagged + right.Flagged, left.Errors + right.Errors, left.RepairsRight + right.RepairsRight, left.Repairs + right.Repairs);

    public static Score Of(Truth truth, IEnumerable<Flag> flags, bool nullsNeutral)
    {
        bool Counts((long, string) cell) => !truth.Ignored.Contains(cell) && !(nullsNeutral && truth.Nulls.Contains(cell));
        var counted = flags.Where(flag => Counts(flag.Cell)).ToList();
        var hits = counted.Count(flag => truth.Errors.ContainsKey(flag.Cell));
        var repairs = counted.Where(static flag => flag.Repair is not null).ToList();
        var right = repairs.Count(flag => truth.Errors.TryGetValue(flag.Cell, out var error) && error.Clean.Trim() == flag.Repair!.Trim());
        return new(hits, counted.Count, truth.Errors.Keys.Count(Counts), right, repairs.Count);
    }
}

/// <summary>A flagged cell: its most confident finding.</summary>
internal sealed record Flag((long Row, string Column) Cell, string? Value, double Confidence, string Detector, string Reason, string? Repair);
