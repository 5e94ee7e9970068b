using System.Globalization;
using Assays.Data;

namespace Assays.Learning.Labels;

/// <summary>The order of rows in time.</summary>
internal static class Times
{
    /// <summary>For each row a number that grows with time; a row without a time stands where it is in the table.</summary>
    /// <exception cref="InputException">The column holds no times.</exception>
    public static double[] Of(SampledColumn column)
    {
        var values = column.Values.Select(static v => DateTime.TryParse(v, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time.Ticks : double.NaN).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(column.Numbers[i])) values[i] = column.Numbers[i];
        }

        var codes = column.Codes;
        var times = new double[codes.Length];
        var (known, last) = (0, 0.0);
        for (var row = 0; row < times.Length; row++)
        {
            var time = codes[row] < 0 ? double.NaN : values[codes[row]];
            if (!double.IsNaN(time)) (known, last) = (known + 1, time);
            times[row] = last;
        }

        return known >= 0.5 * times.Length ? times : throw new InputException($"Column '{column.Column.Label}' does not hold times.");
    }
}
