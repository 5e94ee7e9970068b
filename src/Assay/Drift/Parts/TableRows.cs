using Assays.Data;
using Assays.Profiling;

namespace Assays.Drift.Parts;

/// <summary>The rows of a table as they are taken apart.</summary>
/// <param name="Profile">The table's statistics.</param>
/// <param name="Sample">Its rows, all or some.</param>
/// <param name="By">The 0-based place of the column by which it is taken apart.</param>
public sealed record TableRows(Profile Profile, Sample Sample, int By)
{
    /// <summary>The column by which the rows are taken apart.</summary>
    public SampledColumn Column => Sample.Columns[By];

    /// <summary>For each row the time that the column tells; none where it tells none.</summary>
    public DateTime?[] Moments()
    {
        var values = TemporalValues.Of(Column, Profile.Columns[By]);
        return [.. Enumerable.Range(0, Sample.Rows).Select(row => values[row])];
    }
}
