using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors;

/// <summary>Everything that is known of a table when the checks begin.</summary>
/// <param name="Structure">How its bytes were read.</param>
/// <param name="Profile">Its statistics.</param>
/// <param name="Sample">Its rows, all or some.</param>
/// <param name="Now">The time of the assessment, against which dates are in the future.</param>
public sealed record Examination(Structure Structure, Profile Profile, Sample Sample, DateTime Now)
{
    /// <summary>The column that is to be predicted, when one was named.</summary>
    public Column? Target { get; init; }

    public Effort Effort { get; init; } = Effort.Normal;

    public int Seed { get; init; }

    public int Threads { get; init; } = 1;

    public Schema Schema => Sample.Schema;
}

/// <summary>How much work an assessment may be.</summary>
public enum Effort
{
    /// <summary>Statistics and structure only.</summary>
    Quick,

    /// <summary>Models of the data too, within a small multiple of the quick time.</summary>
    Normal,

    /// <summary>As long as it pays.</summary>
    Thorough,
}
