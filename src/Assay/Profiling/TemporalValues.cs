using Assays.Data;
using Assays.Profiling.Typing;

namespace Assays.Profiling;

/// <summary>The moments that the values of a column of dates and times mean, in the order of day and month that the profile decided on.</summary>
public sealed class TemporalValues
{
    private readonly DateTime?[] _moments;
    private readonly SampledColumn _column;

    private TemporalValues(SampledColumn column, DateTime?[] moments) => (_column, _moments) = (column, moments);

    /// <summary>For each distinct value its moment, in UTC where an offset is written; none where the value is no date or time.</summary>
    public ReadOnlySpan<DateTime?> Moments => _moments;

    /// <summary>The moment of a row of the sample.</summary>
    public DateTime? this[int row] => _column.Codes[row] < 0 ? null : _moments[_column.Codes[row]];

    /// <summary>Reads a column.</summary>
    /// <param name="column">Its values.</param>
    /// <param name="profile">Its profile; the moments are all none when that has no <see cref="ColumnProfile.Temporal"/>.</param>
    public static TemporalValues Of(SampledColumn column, ColumnProfile profile)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(profile);
        var moments = new DateTime?[column.Values.Length];
        if (profile.Temporal is { } temporal)
        {
            for (var i = 0; i < moments.Length; i++)
            {
                moments[i] = temporal.EpochUnit is { } unit
                    ? EpochTime.Moment(column.Numbers[i], unit)
                    : TemporalText.Read(column.Values[i])?.MomentAs(profile.Type, temporal.DayFirst ?? false);
            }
        }

        return new(column, moments);
    }

    internal static TemporalValues Of(SampledColumn column, TypeEvidence evidence, bool dayFirst)
    {
        var moments = new DateTime?[column.Values.Length];
        for (var i = 0; i < moments.Length; i++)
        {
            moments[i] = evidence.ReadingOf(i)?.MomentAs(evidence.Type, dayFirst);
        }

        return new(column, moments);
    }

    internal static TemporalValues OfEpoch(SampledColumn column, string unit)
    {
        var moments = new DateTime?[column.Values.Length];
        for (var i = 0; i < moments.Length; i++)
        {
            moments[i] = EpochTime.Moment(column.Numbers[i], unit);
        }

        return new(column, moments);
    }
}
