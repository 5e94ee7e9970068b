using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Findings;

/// <summary>How one check ended. A check that could not run is told in the report, never left out of it.</summary>
public abstract record Outcome
{
    private Outcome(Rule rule) => Rule = rule;

    public Rule Rule { get; }

    public sealed record Ran(Rule Rule, ImmutableArray<Finding> Findings) : Outcome(Rule)
    {
        /// <summary>The columns that the check was about, where it is about certain ones: so a demand of a contract that holds can be told.</summary>
        public ImmutableArray<Column> Columns { get; init; } = [];
    }

    public sealed record Skipped(Rule Rule, string Reason) : Outcome(Rule);
    public sealed record Failed(Rule Rule, string Error) : Outcome(Rule);
}
