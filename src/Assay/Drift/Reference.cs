using Assays.Data;
using Assays.Drift.Baselines;

namespace Assays.Drift;

/// <summary>What a table is compared with.</summary>
public abstract record Reference
{
    private Reference() { }

    /// <summary>Another table, which is opened and read.</summary>
    public sealed record Table(Source Source) : Reference;

    /// <summary>What was kept of another table.</summary>
    public sealed record Kept(Baseline Baseline) : Reference;
}
