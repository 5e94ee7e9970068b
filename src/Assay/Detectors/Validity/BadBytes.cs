using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Bytes that are no character in the encoding of the file, and NUL characters.</summary>
public sealed class BadBytes : FileFault
{
    public override Rule Rule { get; } = new("AS0205", "bad-bytes", "Bytes that are not text", Dimension.Validity, Severity.Error);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.BadBytes, StructureFaultKind.NulCharacters];

    private protected override string Explain(StructureFault fault) =>
        fault.Kind == StructureFaultKind.NulCharacters
            ? $"The file holds {Wording.Count(fault.Count, "NUL character, which does", "NUL characters, which do")} not belong into text.{Sentence(fault.Detail)}"
            : $"{Wording.Count(fault.Count, "byte sequence")} cannot be read in the encoding of the file, so characters are lost.{Sentence(fault.Detail)}";
}
