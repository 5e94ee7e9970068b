using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling;

/// <summary>Computes the figures of a column of dates or times from the sample.</summary>
internal static class TemporalFigures
{
    /// <summary>The share of rows in order from which a column is sorted: single late rows do not change that.</summary>
    private const double SortedShare = 0.99;
    private const int FewestSteps = 5;
    private const double UsualShare = 0.5;

    public static TemporalProfile? Of(SampledColumn column, TypeEvidence evidence)
    {
        var (dayFirst, formats) = FormatsOf(column, evidence);
        return formats.IsEmpty ? null : Of(column, TemporalValues.Of(column, evidence, dayFirst ?? false), formats) is { } profile
            ? profile with { DayFirst = dayFirst, MixesOrders = Mixes(column, evidence) }
            : null;
    }

    public static TemporalProfile? OfEpoch(SampledColumn column, string unit) =>
        Of(column, TemporalValues.OfEpoch(column, unit), [new(unit, column.Present)]) is { } profile ? profile with { EpochUnit = unit } : null;

    private static TemporalProfile? Of(SampledColumn column, TemporalValues values, ImmutableArray<ValueCount> formats)
    {
        var distinct = values.Moments.ToArray().OfType<DateTime>().Distinct().Order().ToArray();
        if (distinct.Length == 0) return null;
        var (step, unit, regularity) = StepOf(distinct);
        return new(distinct[0], distinct[^1], formats) { Step = step, StepUnit = unit, Regularity = regularity, IsSorted = IsSorted(column, values) };
    }

    // A value with a number above 12 in one of the two places tells the order for the whole column.
    private static (bool? DayFirst, ImmutableArray<ValueCount> Formats) FormatsOf(SampledColumn column, TypeEvidence evidence)
    {
        var formats = new Dictionary<string, long>(StringComparer.Ordinal);
        var (days, months) = (0L, 0L);
        for (var i = 0; i < column.Values.Length; i++)
        {
            if (evidence.ReadingOf(i) is not { } reading) continue;
            formats[reading.Format] = formats.GetValueOrDefault(reading.Format) + column.Counts[i];
            if (!reading.IsNumeric) continue;
            if (!reading.CanBeMonthFirst) days += column.Counts[i];
            if (!reading.CanBeDayFirst) months += column.Counts[i];
        }

        bool? dayFirst = days == months ? null : days > months;
        return (dayFirst, [.. formats
            .Select(f => new ValueCount(TemporalReading.Resolve(f.Key, dayFirst), f.Value))
            .OrderByDescending(static f => f.Count).ThenBy(static f => f.Value, StringComparer.Ordinal).Take(20)]);
    }

    private static bool Mixes(SampledColumn column, TypeEvidence evidence)
    {
        var (days, months) = (false, false);
        for (var i = 0; i < column.Values.Length && !(days && months); i++)
        {
            if (evidence.ReadingOf(i) is not { IsNumeric: true } reading) continue;
            days |= !reading.CanBeMonthFirst;
            months |= !reading.CanBeDayFirst;
        }

        return days && months;
    }

    // Months and years are not equally long: their steps are counted in months when all days of the month are the same.
    private static (TimeSpan? Step, string? Unit, double Regularity) StepOf(DateTime[] distinct)
    {
        if (distinct.Length <= FewestSteps) return default;
        var pairs = distinct.Length - 1;
        var usual = distinct.Zip(distinct.Skip(1), static (a, b) => b - a).GroupBy(static d => d)
            .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).First();
        var (usualMonths, monthRows) = MonthSteps(distinct);
        if (monthRows > usual.Count() && monthRows >= UsualShare * pairs)
        {
            var unit = usualMonths % 12 == 0 ? Name(usualMonths / 12, "year") : usualMonths == 3 ? "quarter" : Name(usualMonths, "month");
            return (TimeSpan.FromDays(30.436875 * usualMonths), unit, (double)monthRows / pairs);
        }

        if (usual.Count() < UsualShare * pairs) return default;
        return (usual.Key, NameOf(usual.Key), (double)usual.Count() / pairs);
    }

    private static (int Months, int Rows) MonthSteps(DateTime[] distinct)
    {
        var first = distinct[0];
        if (distinct.Any(d => d.TimeOfDay != first.TimeOfDay)) return default;
        var usual = distinct.Zip(distinct.Skip(1), static (a, b) => a.Day == b.Day ? 12 * (b.Year - a.Year) + b.Month - a.Month : 0)
            .Where(static months => months > 0).GroupBy(static months => months)
            .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key).FirstOrDefault();
        return usual is null ? default : (usual.Key, usual.Count());
    }

    private static string? NameOf(TimeSpan step)
    {
        foreach (var (unit, name) in (ReadOnlySpan<(TimeSpan, string)>)
            [(TimeSpan.FromDays(7), "week"), (TimeSpan.FromDays(1), "day"), (TimeSpan.FromHours(1), "hour"), (TimeSpan.FromMinutes(1), "minute"), (TimeSpan.FromSeconds(1), "second")])
        {
            if (step.Ticks % unit.Ticks == 0) return Name(step.Ticks / unit.Ticks, name);
        }

        return null;
    }

    private static string Name(long count, string unit) => count == 1 ? unit : $"{count} {unit}s";

    private static bool IsSorted(SampledColumn column, TemporalValues values)
    {
        var (up, down, pairs) = (0L, 0L, 0L);
        DateTime? last = null;
        for (var row = 0; row < column.Codes.Length; row++)
        {
            if (values[row] is not { } moment) continue;
            if (last is { } before)
            {
                pairs++;
                if (moment >= before) up++;
                if (moment <= before) down++;
            }

            last = moment;
        }

        return pairs > 0 && Math.Max(up, down) >= SortedShare * pairs;
    }
}
