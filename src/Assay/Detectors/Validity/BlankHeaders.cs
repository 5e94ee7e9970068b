using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Columns that the header leaves without a name.</summary>
public sealed class BlankHeaders : FileFault
{
    public override Rule Rule { get; } = new("AS0202", "blank-headers", "Column without a name", Dimension.Validity, Severity.Warning);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.BlankHeader];

    private protected override string Explain(StructureFault fault) =>
        $"The header gives no name to {fault.Column?.Label ?? "a column"}, so nothing can refer to it reliably.{Sentence(fault.Detail)}";
}
