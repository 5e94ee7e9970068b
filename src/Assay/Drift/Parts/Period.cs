using System.Globalization;

namespace Assays.Drift.Parts;

/// <summary>The stretch of the calendar that one part of a comparison along time covers.</summary>
public enum Period
{
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>The calendar of a period: when it begins, how it is called, and what comes back in it.</summary>
internal static class Calendar
{
    /// <summary>When the period that a moment is in begins.</summary>
    public static DateTime StartOf(this Period period, DateTime moment) => period switch
    {
        Period.Hour => moment.Date.AddHours(moment.Hour),
        Period.Day => moment.Date,
        Period.Week => moment.Date.AddDays(-Math.Min((int)(moment.DayOfWeek + 6) % 7, (moment.Date - DateTime.MinValue).Days)),
        Period.Month => new(moment.Year, moment.Month, 1),
        Period.Quarter => new(moment.Year, (moment.Month - 1) / 3 * 3 + 1, 1),
        _ => new(moment.Year, 1, 1),
    };

    /// <summary>How a period that begins then is called: <c>2024-03-11</c>, <c>2024-Q1</c>; a week by its Monday.</summary>
    public static string NameOf(this Period period, DateTime start) => period switch
    {
        Period.Hour => start.ToString("yyyy-MM-dd HH:00", CultureInfo.InvariantCulture),
        Period.Day or Period.Week => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Period.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Period.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-Q{(start.Month + 2) / 3}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>Which of the periods that come back this one is: the day of the week, the hour of the day, the month of the year.</summary>
    public static int PhaseOf(this Period period, DateTime start) => period switch
    {
        Period.Hour => start.Hour,
        Period.Day => (int)start.DayOfWeek,
        Period.Month or Period.Quarter => start.Month,
        _ => 0,
    };

    /// <summary>How many periods come round until one comes back; 1 where none does.</summary>
    public static int Round(this Period period) => period switch { Period.Hour => 24, Period.Day => 7, Period.Month => 12, Period.Quarter => 4, _ => 1 };
}
