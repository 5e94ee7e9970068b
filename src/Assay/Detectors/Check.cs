using Assays.Findings;

namespace Assays.Detectors;

/// <summary>One thing that an assessment does: a <see cref="Detector"/> judges what was measured, an <see cref="Investigator"/> asks more or trains models.</summary>
public abstract class Check
{
    private protected Check() { }

    public abstract Rule Rule { get; }

    /// <summary>Why this check has nothing to say about such a table; null when it has.</summary>
    public virtual string? NotApplicable(Examination examination) => null;
}

/// <summary>Judges the profile and the sample. Judging is pure, so a detector is tested with a table in a few lines and no database.</summary>
public abstract class Detector : Check
{
    public abstract IEnumerable<Finding> Judge(Examination examination);
}
