using System.Globalization;
using Assays.Detectors;
using Assays.Drift.Baselines;

namespace Assays.Drift.Parts;

/// <summary>What became of a column from one set of rows to another, in a few words: <c>100 times as large</c>, <c>12 % missing, none before</c>.</summary>
/// <param name="Words">The words.</param>
/// <param name="Effect">The share of rows that would have to change to undo it, 0 to 1.</param>
/// <param name="IsNotable">Whether somebody should look.</param>
internal sealed record Difference(string Words, double Effect, bool IsNotable)
{
    private const double LeastGap = 0.01;

    /// <summary>In deviations; twice what whole tables are judged by, as parts have chance neighbours.</summary>
    private const double NotableDistance = 2 * Comparison.NotableDistance;

    /// <summary>The difference of the two columns of a pair.</summary>
    /// <returns>None when it is too small to matter, or there are too few rows to tell.</returns>
    public static Difference? Of(ColumnPair pair)
    {
        var shift = ColumnShift.Of(pair);
        if (shift?.Effect >= Rescaling.LeastDistance && Rescaling.Of(pair) is { } rescaling) return new($"{rescaling.Change} ({rescaling.Cause})", 1, true);
        var (old, now) = (pair.Reference, pair.Current);
        var gap = Math.Abs(now.MissingShare - old.MissingShare);
        if (gap >= LeastGap && gap >= (shift?.Effect ?? 0)) return new($"{Wording.Percent(now.MissingShare)} missing, {Before(old.MissingShare)}", gap, true);
        if (pair.HoldNumbers && Misfit(pair) is { } misfit && misfit.Effect > (shift?.Effect ?? 0)) return misfit;
        return shift is null || (shift.Effect < Comparison.LeastEffect && shift.NormedDistance < Comparison.NotableDistance) ? null
            : new(Moved(pair, shift), shift.Effect, shift.Effect >= Comparison.NotableEffect || shift.NormedDistance >= NotableDistance);
    }

    private static Difference? Misfit(ColumnPair pair)
    {
        var (old, now) = (Share(pair.Reference), Share(pair.Current));
        return Math.Abs(now - old) < LeastGap ? null : new($"{Wording.Percent(now)} of the values no numbers, {Before(old)}", Math.Abs(now - old), true);

        static double Share(ColumnBaseline column) => (double)Slice.Misfits(column) / Math.Max(1, column.Present);
    }

    private static string Moved(ColumnPair pair, ColumnShift shift)
    {
        if (pair.AreCategories) return Shares(pair);
        var (old, now) = (pair.Reference.Numbers!.Values.Quantile(0.5), pair.Current.Numbers!.Values.Quantile(0.5));
        var what = pair.Current.Role == ColumnRole.Text ? "median length" : "median";
        return Math.Abs(shift.MedianShift) >= 0.02 ? $"{what} {Number(now)}, {Number(old)} before" : $"another spread, {Wording.Percent(shift.Effect)} of the rows lie elsewhere";
    }

    private static string Shares(ColumnPair pair)
    {
        var counts = CategoryCounts.Of(pair.Reference.Values, pair.Current.Values);
        var (olds, news) = (counts.Left.Sum(), counts.Right.Sum());
        var most = Enumerable.Range(0, counts.Names.Length).MaxBy(i => Math.Abs(counts.Right[i] / news - counts.Left[i] / olds));
        return $"{Wording.Percent(counts.Right[most] / news)} {Wording.Quote(counts.Names[most])}, {Before(counts.Left[most] / olds)}";
    }

    private static string Before(double share) => share == 0 ? "none before" : $"{Wording.Percent(share)} before";

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
