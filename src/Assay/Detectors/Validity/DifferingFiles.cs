using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Files that are read as one table and do not agree on its columns.</summary>
public sealed class DifferingFiles : FileFault
{
    public override Rule Rule { get; } = new("AS0208", "differing-files", "Files with different columns", Dimension.Validity, Severity.Warning);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.DifferingFiles];

    private protected override string Explain(StructureFault fault) =>
        $"The files that make this table do not have the same columns; {Wording.Count(fault.Count, "record", "comes", "come")} from those that differ.{Sentence(fault.Detail)}";
}
