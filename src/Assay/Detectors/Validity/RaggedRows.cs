using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Records with more or fewer fields than the header: their values may stand in the wrong columns.</summary>
public sealed class RaggedRows : FileFault
{
    public override Rule Rule { get; } = new("AS0201", "ragged-rows", "Ragged rows", Dimension.Validity, Severity.Error);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.MissingFields, StructureFaultKind.ExtraFields];

    private protected override string Explain(StructureFault fault) =>
        fault.Kind == StructureFaultKind.MissingFields
            ? $"{Wording.Count(fault.Count, "record", "ends", "end")} before the last column, so the remaining cells are empty.{Sentence(fault.Detail)}"
            : $"{Wording.Count(fault.Count, "record", "holds", "hold")} more fields than the header, so some values stand in the wrong column or were lost.{Sentence(fault.Detail)}";
}
