using Assays.Data;

namespace Assays.Profiling.Relating;

/// <summary>Rows of the sample, evenly spaced, on which relations are searched: enough to see what holds, few enough to try many.</summary>
internal sealed class RowSlice
{
    private readonly int[] _rows;

    private RowSlice(Sample sample, int[] rows) => (Sample, _rows) = (sample, rows);

    public Sample Sample { get; }

    public int Count => _rows.Length;

    public static RowSlice Of(Sample sample, int most)
    {
        var count = Math.Min(sample.Rows, most);
        var rows = new int[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = (int)((long)i * sample.Rows / count);
        }

        return new(sample, rows);
    }

    /// <summary>The codes of a column in these rows.</summary>
    public int[] Codes(SampledColumn column)
    {
        var codes = new int[_rows.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = column.Codes[_rows[i]];
        }

        return codes;
    }

    /// <summary>The numbers of a column in these rows, of dates and times their ticks; NaN where there is none.</summary>
    public double[] Numbers(ColumnProfile profile)
    {
        var column = Sample[profile.Column];
        var numbers = new double[_rows.Length];
        var moments = profile.Temporal is null || profile.Numeric is not null ? null : TemporalValues.Of(column, profile);
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = moments is null ? column.Number(_rows[i]) : moments[_rows[i]]?.Ticks ?? double.NaN;
        }

        return numbers;
    }
}
