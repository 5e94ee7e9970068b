using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>Quotes that open and never close, so that one field swallows the records after it.</summary>
public sealed class UnbalancedQuotes : FileFault
{
    public override Rule Rule { get; } = new("AS0206", "unbalanced-quotes", "Quote that never closes", Dimension.Validity, Severity.Error);

    private protected override ImmutableArray<StructureFaultKind> Kinds => [StructureFaultKind.UnbalancedQuote];

    private protected override string Explain(StructureFault fault) =>
        $"{Wording.Count(fault.Count, "quote", "is", "are")} opened and never closed: what follows may have been swallowed into one field.{Sentence(fault.Detail)}";
}
