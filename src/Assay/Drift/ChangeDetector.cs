using Assays.Findings;

namespace Assays.Drift;

/// <summary>Judges what became of a table since its reference. Judging is pure: two small tables are all that a test needs.</summary>
public abstract class ChangeDetector
{
    public abstract Rule Rule { get; }

    /// <summary>Why this rule has nothing to say about such a comparison; null when it has.</summary>
    public virtual string? NotApplicable(Comparison comparison) => null;

    public abstract IEnumerable<Finding> Judge(Comparison comparison);
}
