namespace Assays.Contracts.Clauses;

/// <summary>A demand on the columns themselves that is broken whatever the rows hold.</summary>
public sealed record SchemaClause(string Title, string Complaint) : Clause("schema", Title, []);
