namespace Assays.Profiling.Typing;

/// <summary>A date, a time, or both, as read from one text.</summary>
/// <param name="Format">How it is written, in the letters of .NET format strings; days and months that cannot be told apart are written <c>#</c>.</param>
/// <param name="Year">The year; 0 when there is no date.</param>
/// <param name="First">The month, or the first of two numbers that are day and month in an unknown order.</param>
/// <param name="Second">The day, or the second of the two.</param>
/// <param name="TimeOfDay">The time; none when there is no time.</param>
/// <param name="Offset">The distance from UTC, when it is written.</param>
public readonly record struct TemporalReading(string Format, int Year, int First, int Second, TimeSpan? TimeOfDay, TimeSpan? Offset)
{
    /// <summary>Whether day and month are told apart by their position alone.</summary>
    public bool IsNumeric => Format.Contains('#', StringComparison.Ordinal);

    public bool HasDate => Year > 0;

    /// <summary>Whether the text can be read with the day first.</summary>
    public bool CanBeDayFirst => IsNumeric && IsDate(Year, Second, First);

    /// <summary>Whether the text can be read with the month first.</summary>
    public bool CanBeMonthFirst => IsNumeric && IsDate(Year, First, Second);

    public ValueType Type => !HasDate ? ValueType.Time : TimeOfDay is null ? ValueType.Date : ValueType.Timestamp;

    /// <summary>The moment as a value of a column of a type: in a column of times only the time counts, in one of dates a time alone is none.</summary>
    public DateTime? MomentAs(ValueType type, bool dayFirst) =>
        type != ValueType.Time ? HasDate ? Moment(dayFirst) : null : TimeOfDay is { } time ? DateTime.MinValue + time : null;

    /// <summary>The moment, in UTC where an offset is written; a time alone is on the first day of the calendar.</summary>
    /// <param name="dayFirst">The order of day and month where both are numbers.</param>
    /// <returns>None when there is no such day in that order.</returns>
    public DateTime? Moment(bool dayFirst)
    {
        if (!HasDate) return DateTime.MinValue + TimeOfDay!.Value;
        var (month, day) = IsNumeric && dayFirst ? (Second, First) : (First, Second);
        if (!IsDate(Year, month, day)) return null;
        var ticks = new DateTime(Year, month, day).Ticks + (TimeOfDay ?? TimeSpan.Zero).Ticks - (Offset ?? TimeSpan.Zero).Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks);
    }

    /// <summary>The format with day and month in their places.</summary>
    public static string Resolve(string format, bool? dayFirst)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (!format.Contains('#', StringComparison.Ordinal)) return format;
        return dayFirst switch
        {
            true => Put(format, "d", "M"),
            false => Put(format, "M", "d"),
            null => $"{Put(format, "d", "M")} or {Put(format, "M", "d")}",
        };
    }

    internal static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string Put(string format, string first, string second)
    {
        var at = format.IndexOf('#', StringComparison.Ordinal);
        var after = format.IndexOf('#', at + 1);
        return string.Concat(format.AsSpan(0, at), first, format.AsSpan(at + 1, after - at - 1), second + format[(after + 1)..]);
    }
}
