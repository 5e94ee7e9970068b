using Assays.Data;

namespace Assays.Profiling;

/// <summary>How a column's values follow one another in the sample's rows.</summary>
/// <param name="RisingShare">The share of neighbouring present values of which the later is above the earlier; numbers by size, else 0.</param>
/// <param name="FallingShare">The same with the later below.</param>
/// <param name="LongestRun">Rows of the longest run of one value, missing values apart.</param>
/// <param name="RunValue">The value of that run; none when no value is present.</param>
/// <param name="RunStart">The row of the sample in which it begins.</param>
/// <param name="ExpectedRun">The longest run to be expected if the rows were shuffled.</param>
public sealed record ColumnSequence(double RisingShare, double FallingShare, int LongestRun, string? RunValue, int RunStart, double ExpectedRun)
{
    /// <summary>Whether each value is above the one before.</summary>
    public bool IsRising => RisingShare == 1;

    /// <summary>Whether each value is below the one before.</summary>
    public bool IsFalling => FallingShare == 1;

    internal static ColumnSequence Of(SampledColumn column)
    {
        var (rising, falling, pairs, last) = (0L, 0L, 0L, double.NaN);
        var (run, longest, start, longestStart, longestCode) = (0, 0, 0, 0, SampledColumn.Missing);
        for (var row = 0; row < column.Codes.Length; row++)
        {
            var code = column.Codes[row];
            run = row > 0 && code == column.Codes[row - 1] ? run + 1 : 1;
            if (run == 1) start = row;
            if (code < 0) continue;
            if (run > longest) (longest, longestStart, longestCode) = (run, start, code);
            var number = column.Numbers[code];
            if (!double.IsNaN(last))
            {
                pairs++;
                if (number > last) rising++;
                if (number < last) falling++;
            }

            last = number;
        }

        var share = longestCode < 0 ? 0 : (double)column.Counts[longestCode] / column.Codes.Length;
        return new(
            pairs == 0 ? 0 : (double)rising / pairs, pairs == 0 ? 0 : (double)falling / pairs, longest,
            longestCode < 0 ? null : column.Values[longestCode], longestStart, Expected(column.Codes.Length, share));
    }

    // The longest run of a value of share p in n shuffled rows is near log(n(1 - p)) / log(1 / p) (Schilling 1990).
    private static double Expected(int rows, double share) =>
        share >= 1 ? rows : share <= 0 ? 0 : Math.Clamp(Math.Log(Math.Max(1, rows * (1 - share))) / -Math.Log(share), 1, rows);
}
