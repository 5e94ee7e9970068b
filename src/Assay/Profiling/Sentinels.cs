using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Statistics;

namespace Assays.Profiling;

/// <summary>
/// Finds numbers and dates that stand for missing values: a value that lies far outside of all others and is repeated there, or that looks made
/// up (all nines, minus one, zero) and lies apart. No value is suspected for its looks alone.
/// </summary>
internal static class Sentinels
{
    private const int FewestRows = 20;
    private const int FewestDistinct = 8;

    public static ImmutableArray<DisguisedMissing> OfNumbers(SampledColumn column, WeightedValues numbers)
    {
        if (numbers.Count < FewestRows || numbers.Values.Length < FewestDistinct) return [];
        var found = ImmutableArray.CreateBuilder<DisguisedMissing>();
        var (first, last) = (0, numbers.Values.Length - 1);
        // From each end inwards, so that -999 is seen behind -9999; two sentinels an end are the most that are met in practice.
        for (var turn = 0; turn < 4; turn++)
        {
            var atLow = turn % 2 == 0;
            var place = atLow ? first : last;
            if (last - first < FewestDistinct || Judge(numbers, first, last, atLow) is not { } judgement) continue;
            found.AddRange(Written(column, numbers.Values[place], judgement.Confidence, judgement.Reason));
            if (atLow) first++;
            else last--;
        }

        return found.ToImmutable();
    }

    public static ImmutableArray<DisguisedMissing> OfDates(SampledColumn column, TemporalValues values)
    {
        var days = new double[column.Values.Length];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = values.Moments[i] is { } moment ? moment.Ticks / (double)TimeSpan.TicksPerDay : double.NaN;
        }

        var dates = WeightedValues.Of(days, column.Counts);
        if (dates.Count < FewestRows || dates.Values.Length < FewestDistinct) return [];
        var found = ImmutableArray.CreateBuilder<DisguisedMissing>();
        foreach (var atLow in (bool[])[true, false])
        {
            var (edge, next) = atLow ? (dates.Min, dates.Values[1]) : (dates.Max, dates.Values[^2]);
            var rows = dates.CountAt(atLow ? 0 : dates.Values.Length - 1);
            var spread = Math.Max(1, dates.Quantile(0.95) - dates.Quantile(0.05));
            var gap = Math.Abs(edge - next) / spread;
            var isRound = new DateTime((long)(edge * TimeSpan.TicksPerDay)) is { Day: 1, Month: 1 } or { Day: 31, Month: 12 } or { Day: 30, Month: 12, Year: 1899 };
            var usual = (double)dates.Count / dates.Values.Length;
            var confidence = gap >= 1 && rows >= Math.Max(2, 2 * usual) ? isRound ? 0.97 : 0.85 : gap >= 0.5 && isRound && rows >= 2 ? 0.85 : gap >= 3 && isRound ? 0.8 : 0;
            if (confidence == 0) continue;
            for (var i = 0; i < days.Length; i++)
            {
                if (days[i] != edge) continue;
                found.Add(new(column.Values[i], column.Counts[i], confidence, $"it lies alone, far {(atLow ? "before" : "after")} all other dates"));
            }
        }

        return found.ToImmutable();
    }

    private static (double Confidence, string Reason)? Judge(WeightedValues numbers, int first, int last, bool atLow)
    {
        var place = atLow ? first : last;
        var (value, next) = (numbers.Values[place], numbers.Values[atLow ? first + 1 : last - 1]);
        var rows = numbers.CountAt(place);
        var (bulk, middle) = Spread(numbers, first, last, place);
        if (!(bulk > 0)) return null;
        var gap = Math.Abs(value - next) / bulk;
        // A heavy tail has gaps too: near the far end they grow with the distance from the middle, a sentinel's gap is most of that distance.
        var isolation = Math.Abs(value - next) / Math.Max(double.Epsilon, Math.Abs(value - middle));
        var usual = (double)numbers.Count / numbers.Values.Length;
        var isRepeated = rows >= Math.Max(3, 3 * usual);
        var looks = LooksMadeUp(value);
        var side = atLow ? "below" : "above";
        if (value == 0) return JudgeZero(numbers, rows, bulk);

        if (isolation < 0.5) return null;
        if (looks && gap >= 1.5 && rows >= 2) return (isRepeated ? 0.97 : 0.9, $"it is {side} all other values by far, repeated, and looks like a code for a missing value");
        if (looks && value == -1 && numbers.Values[first + 1] >= 0 && isRepeated) return (0.75, "it is the only value below zero, and frequent");
        if (gap >= 5 && isolation >= 0.8 && isRepeated && rows >= 5) return (0.85, $"it is {side} all other values by far, and repeated");
        return null;
    }

    // Zero among values that are nearly all well away from it: a size, a pressure, an age of nothing. Up to a few strays in between do not matter.
    private static (double Confidence, string Reason)? JudgeZero(WeightedValues numbers, long rows, double bulk)
    {
        var start = numbers.Values[0] == 0 ? rows : 0;
        if (start == 0 || rows < 2) return null;
        var reach = numbers.At(start + (numbers.Count - start) / 1000);
        var place = numbers.Values.BinarySearch(reach / 2);
        var near = (place < 0 ? ~place : place) is var end && end > 1 ? numbers.Count - start - CountFrom(numbers, end) : 0;
        return reach >= bulk && rows > 2 * near
            ? (rows >= 3 ? 0.9 : 0.75, $"nearly all other values are {Text(reach)} or more")
            : null;
    }

    // The width between the 5 % and 95 % quantiles of the other values, and their median.
    private static (double Bulk, double Middle) Spread(WeightedValues numbers, int first, int last, int without)
    {
        var start = first == 0 ? 0 : numbers.Count - CountFrom(numbers, first);
        var end = numbers.Count - CountFrom(numbers, last + 1);
        if (without == first) start += numbers.CountAt(first);
        else end -= numbers.CountAt(last);
        var count = end - start;
        if (count < FewestRows / 2) return default;
        double Quantile(double probability) => numbers.At(start + (long)(probability * (count - 1)));
        return (Quantile(0.95) - Quantile(0.05), Quantile(0.5));
    }

    private static long CountFrom(WeightedValues numbers, int place)
    {
        var count = 0L;
        for (var i = place; i < numbers.Values.Length; i++)
        {
            count += numbers.CountAt(i);
        }

        return count;
    }

    /// <summary>All nines or all eights, two digits or more, minus one, zero, or the ends of an integer's range.</summary>
    internal static bool LooksMadeUp(double value)
    {
        if (value is 0 or -1 or int.MaxValue or int.MinValue or short.MaxValue or short.MinValue) return true;
        if (Math.Abs(value) >= 1e15) return true;
        var text = Math.Abs(value).ToString("0.###", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal);
        return text.Length >= 2 && (text.All(static c => c == '9') || (text.All(static c => c == '8') && text.Length >= 3));
    }

    private static IEnumerable<DisguisedMissing> Written(SampledColumn column, double value, double confidence, string reason) =>
        Enumerable.Range(0, column.Values.Length).Where(i => column.Numbers[i] == value)
            .Select(i => new DisguisedMissing(column.Values[i], column.Counts[i], confidence, reason));

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
