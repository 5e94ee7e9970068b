using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;

namespace Assays.Detectors.Validity;

/// <summary>The steps shared by the checks that report what the reader found wrong with a file.</summary>
public abstract class FileFault : Detector
{
    private protected FileFault() { }

    private protected abstract ImmutableArray<StructureFaultKind> Kinds { get; }

    /// <summary>What happened and what it means, from the count and the reader's detail.</summary>
    private protected abstract string Explain(StructureFault fault);

    public sealed override IEnumerable<Finding> Judge(Examination examination) =>
        from fault in examination.Structure.Faults
        where Kinds.Contains(fault.Kind) && fault.Count > 0
        select Report(fault, examination);

    private Finding Report(StructureFault fault, Examination examination)
    {
        var explanation = Explain(fault);
        return new(Rule, fault.Column is null ? [] : [fault.Column], explanation)
        {
            Aspect = Kinds.Length == 1 ? "" : fault.Kind.ToString(),
            AffectedRows = AffectedRows(fault, examination),
            Evidence = [new("count", fault.Count), new("detail", fault.Detail)],
            WholeRows = fault.Rows,
        };
    }

    /// <summary>A fault of the header concerns every row; no other can concern more rows than there are.</summary>
    private static long AffectedRows(StructureFault fault, Examination examination) =>
        fault.Kind is StructureFaultKind.BlankHeader or StructureFaultKind.DuplicateHeader or StructureFaultKind.NoHeader
            ? examination.Profile.Rows
            : Math.Min(fault.Count, examination.Profile.Rows);

    private protected static string Sentence(string detail) =>
        detail.Length == 0 ? "" : $" {char.ToUpperInvariant(detail[0])}{detail[1..].TrimEnd('.')}.";
}
