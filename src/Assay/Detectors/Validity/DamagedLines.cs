using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Blank lines between records, and fields too long to be kept whole.</summary>
public sealed class DamagedLines : FileFault
{
    public override Rule Rule { get; } = new("AS0207", "damaged-lines", "Damaged lines", Dimension.Validity, Severity.Warning);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.BlankLines, StructureFaultKind.TruncatedField];

    private protected override string Explain(StructureFault fault) =>
        fault.Kind == StructureFaultKind.BlankLines
            ? $"{Wording.Count(fault.Count, "line")} between the records {(fault.Count == 1 ? "holds" : "hold")} nothing.{Sentence(fault.Detail)}"
            : $"{Wording.Count(fault.Count, "field", "was too long and is", "were too long and are")} kept only in part.{Sentence(fault.Detail)}";
}
