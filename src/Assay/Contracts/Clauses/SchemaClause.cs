using Assays.Contracts.Streaming;
using Assays.Findings;

namespace Assays.Contracts.Clauses;

/// <summary>A demand on the columns themselves that is broken whatever the rows hold.</summary>
public sealed record SchemaClause(string Title, string Complaint) : Clause("schema", Title, [])
{
    // A row without a column that the contract demands is not as it must be; one with more columns is.
    public override bool JudgesSingleRows => Severity == Severity.Error;

    public override bool Fails(RowCells row) => true;
}
