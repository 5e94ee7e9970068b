using System.Collections.Immutable;
using Assays.Engines;
using Assays.Findings;

namespace Assays.Detectors;

/// <summary>A check that the sample's statistics are not enough for: it may query the table, or train a model of it. It does not run with quick effort.</summary>
public abstract class Investigator : Check
{
    public abstract Task<ImmutableArray<Finding>> InvestigateAsync(Table table, Examination examination, CancellationToken cancellationToken = default);
}
