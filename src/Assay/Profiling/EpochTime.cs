using Assays.Data;

namespace Assays.Profiling;

/// <summary>Times as numbers since 1970, believed only where the column's name speaks of time.</summary>
public static class EpochTime
{
    private const double Earliest = 315_532_800; // 1980
    private const double Latest = 4_102_444_800; // 2100

    private static readonly string[] Words =
        ["time", "timestamp", "epoch", "date", "datetime", "created", "updated", "modified", "ts", "at", "unix", "seen", "start", "end", "generated", "expires", "timems"];

    /// <summary>Seconds, milliseconds or microseconds since 1970.</summary>
    /// <returns>None when the numbers are no times, or are not called so.</returns>
    public static string? UnitOf(SampledColumn column, ColumnName name)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(name);
        if (!name.HasAny(Words)) return null;
        foreach (var unit in (string[])["epoch seconds", "epoch milliseconds", "epoch microseconds"])
        {
            var (hits, seen) = (0L, 0L);
            for (var i = 0; i < column.Values.Length; i++)
            {
                if (double.IsNaN(column.Numbers[i])) continue;
                seen += column.Counts[i];
                if (column.Numbers[i] / PerSecond(unit) is >= Earliest and <= Latest) hits += column.Counts[i];
            }

            if (seen > 0 && hits >= 0.95 * seen) return unit;
        }

        return null;
    }

    /// <summary>The moment of a number in a unit that <see cref="UnitOf"/> named; none when it is out of the calendar.</summary>
    public static DateTime? Moment(double number, string unit)
    {
        var ticks = number / PerSecond(unit) * TimeSpan.TicksPerSecond;
        return double.IsNaN(ticks) || ticks < -DateTime.UnixEpoch.Ticks || ticks > DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks
            ? null
            : DateTime.UnixEpoch.AddTicks((long)Math.Round(ticks / 10) * 10);
    }

    private static double PerSecond(string unit) => unit switch { "epoch seconds" => 1, "epoch milliseconds" => 1e3, _ => 1e6 };
}
