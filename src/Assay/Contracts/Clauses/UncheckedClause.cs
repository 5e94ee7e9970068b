namespace Assays.Contracts.Clauses;

/// <summary>A demand that cannot be checked, and why.</summary>
public sealed record UncheckedClause(string Kind, string Title, string Why) : Clause(Kind, Title, []);
