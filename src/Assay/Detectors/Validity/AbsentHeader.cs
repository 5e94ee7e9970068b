using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Files whose first line looks like data, not like names.</summary>
public sealed class AbsentHeader : FileFault
{
    public override Rule Rule { get; } = new("AS0204", "absent-header", "No header", Dimension.Validity, Severity.Warning);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.NoHeader];

    private protected override string Explain(StructureFault fault) =>
        $"The first line looks like data, so it was not taken for a header and the columns have no names.{Sentence(fault.Detail)}";
}
