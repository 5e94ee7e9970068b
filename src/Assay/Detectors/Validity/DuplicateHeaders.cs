using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Names that the header gives to several columns.</summary>
public sealed class DuplicateHeaders : FileFault
{
    public override Rule Rule { get; } = new("AS0203", "duplicate-headers", "Column name used twice", Dimension.Validity, Severity.Warning);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.DuplicateHeader];

    private protected override string Explain(StructureFault fault) =>
        $"The name {Wording.Quote(fault.Column?.Name ?? "")} is used by more than one column, so it is not clear which one is meant.{Sentence(fault.Detail)}";
}
