using Assays.Data;
using Assays.Detectors;
using Assays.Profiling;
using Assays.Statistics;

namespace Assays.Explaining;

/// <summary>What is otherwise at the end of the time that the rows span than at its beginning.</summary>
internal static class Change
{
    private const int FewestRows = 100;
    private const int MostTold = 4;

    /// <summary>How far the middle must move, in spreads of the middle half of all values.</summary>
    private const double LeastMove = 0.5;

    /// <summary>How far the share of missing values must move.</summary>
    private const double LeastGap = 0.2;

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        var time = evidence.Profile.Columns.FirstOrDefault(static c => Kind.IsTime(c) && c.MissingShare < 0.2 && c.Distinct.Value > 4);
        if (time is null) yield break;
        yield return Course(time, evidence.Profile.Rows);
        if (Ends(evidence.Sample, time) is not { } ends) yield break;

        var moved = evidence.Profile.Columns.Where(c => c.Column != time.Column && !Kind.IsTime(c) && !c.IsPersonal && !IsKey(evidence.Profile, c))
            .Select(c => Moved(evidence.Sample[c.Column], c, ends)).OfType<(double Size, string Words)>()
            .OrderByDescending(static m => m.Size).Take(MostTold).Select(static m => m.Words).ToList();
        yield return moved.Count == 0
            ? "Between the first and the last fifth of the rows by time, no number moved by more than it varies anyway, and no column began or ceased to be filled."
            : $"From the first to the last fifth of the rows by time, {Wording.Join(moved)}.";
    }

    private static string Course(ColumnProfile time, long rows)
    {
        var course = time.Temporal!;
        var span = $"{time.Column.Label} runs from {Moment.Day(course.Min)} to {Moment.Day(course.Max)}";
        var step = course.StepUnit is { } unit && course.Regularity >= 0.5 ? $", mostly a {unit} from one to the next" : "";
        var order = rows < 2 ? "" : course.IsSorted ? "; the rows stand in its order" : "; the rows do not stand in its order";
        return $"{span}{step}{order}.";
    }

    private static bool IsKey(Profile profile, ColumnProfile column) => profile.Relations.Keys.Any(k => k.Columns is [var only] && only == column.Column);

    /// <summary>The first and the last fifth of the rows that have a time.</summary>
    private static (int[] First, int[] Last)? Ends(Sample sample, ColumnProfile time)
    {
        var moments = TemporalValues.Of(sample[time.Column], time);
        var rows = Enumerable.Range(0, sample.Rows).Where(row => moments[row] is not null).OrderBy(row => moments[row]).ToArray();
        if (rows.Length < FewestRows) return null;
        var fifth = rows.Length / 5;
        return (rows[..fifth], rows[^fifth..]);
    }

    private static (double Size, string Words)? Moved(SampledColumn column, ColumnProfile profile, (int[] First, int[] Last) ends)
    {
        var (before, after) = (MissingShare(column, ends.First), MissingShare(column, ends.Last));
        if (Math.Abs(after - before) >= LeastGap)
        {
            return (Math.Abs(after - before) / LeastGap, $"{profile.Column.Label} went from {Wording.Percent(Math.Round(before, 2))} to {Wording.Percent(Math.Round(after, 2))} missing");
        }

        if (!Kind.IsMeasured(profile) || profile.Numeric is not { Quantiles.IsEmpty: false } numbers) return null;
        var spread = numbers.At(0.75) - numbers.At(0.25);
        var (low, high) = (Middle(column, ends.First), Middle(column, ends.Last));
        if (!(spread > 0) || !(Math.Abs(high - low) >= LeastMove * spread)) return null;
        return (Math.Abs(high - low) / spread / LeastMove, $"the middle {profile.Column.Label} {(high > low ? "rose" : "fell")} from {Figure.Of(low)} to {Figure.Of(high)}");
    }

    private static double MissingShare(SampledColumn column, int[] rows) => (double)rows.Count(row => column.Codes[row] < 0) / rows.Length;

    private static double Middle(SampledColumn column, int[] rows)
    {
        var numbers = rows.Where(row => column.Codes[row] >= 0).Select(row => column.Numbers[column.Codes[row]]).Where(double.IsFinite).Order().ToArray();
        return numbers.Length == 0 ? double.NaN : numbers[numbers.Length / 2];
    }
}
