using System.Collections.Immutable;
using Assays.Findings;

namespace Assays.Contracts;

/// <summary>A rule of a contract, as it stands in the file.</summary>
/// <param name="Kind">Which language it is written in.</param>
public sealed record QualityRule(RuleKind Kind)
{
    public string? Name { get; init; }

    /// <summary>What it is about and, for inferred rules, why it is there.</summary>
    public string? Description { get; init; }

    /// <summary>One of the standard's dimensions: accuracy, completeness, conformity, consistency, coverage, timeliness, uniqueness.</summary>
    public string? Dimension { get; init; }

    /// <summary><c>info</c>, <c>warning</c> or <c>error</c>; an error when nothing is said.</summary>
    public string? Severity { get; init; }

    /// <summary>What <see cref="Severity"/> says, in Assay's words.</summary>
    public Severity Weight => Severity?.ToUpperInvariant() switch
    {
        "INFO" or "NOTE" => Findings.Severity.Note,
        "WARNING" or "WARN" => Findings.Severity.Warning,
        _ => Findings.Severity.Error,
    };

    /// <summary>Of library rules: nullValues, missingValues, invalidValues, duplicateValues or rowCount. Of ours: see <see cref="OwnRule"/>.</summary>
    public string? Metric { get; init; }

    public RuleArguments Arguments { get; init; } = RuleArguments.None;

    /// <summary>What the figure must be; none in rules that are only text or that another engine understands.</summary>
    public Expectation? Expectation { get; init; }

    /// <summary>Whether the figure counts percent of the rows instead of rows.</summary>
    public bool InPercent { get; init; }

    /// <summary>Of SQL rules: the query, in which <c>${table}</c> and <c>${column}</c> stand for what the rule is about.</summary>
    public string? Query { get; init; }

    /// <summary>Of custom rules: whose they are.</summary>
    public string? Engine { get; init; }
}

/// <summary>How a rule is written.</summary>
public enum RuleKind
{
    /// <summary>One of the standard's own metrics.</summary>
    Library,

    /// <summary>A query whose one value is compared.</summary>
    Sql,

    /// <summary>Words for people; not checked.</summary>
    Text,

    /// <summary>The language of one tool; checked when the tool is Assay.</summary>
    Custom,
}

/// <summary>What a metric is computed with.</summary>
public sealed record RuleArguments
{
    public static RuleArguments None { get; } = new();

    /// <summary>Values that count as missing.</summary>
    public ImmutableArray<string> MissingValues { get; init; } = [];

    /// <summary>The only valid values.</summary>
    public ImmutableArray<string> ValidValues { get; init; } = [];

    /// <summary>A regular expression that some part of a valid value matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The columns that a rule about the table speaks of, in their order.</summary>
    public ImmutableArray<string> Properties { get; init; } = [];

    public bool Equals(RuleArguments? other) =>
        other is not null && Pattern == other.Pattern && MissingValues.SequenceEqual(other.MissingValues)
        && ValidValues.SequenceEqual(other.ValidValues) && Properties.SequenceEqual(other.Properties);

    public override int GetHashCode() => HashCode.Combine(Pattern, MissingValues.Length, ValidValues.Length, Properties.Length);
}

/// <summary>The metrics that Assay adds to the standard's, written as <c>type: custom</c>, <c>engine: assay</c>.</summary>
public static class OwnRule
{
    /// <summary>The name of the engine in contracts.</summary>
    public const string Engine = "assay";

    /// <summary>The mean of the numbers of a column.</summary>
    public const string Mean = "mean";

    /// <summary>The geometric mean of the numbers of a column that are above zero.</summary>
    public const string GeometricMean = "geometricMean";

    /// <summary>The share of a column's values that are among <see cref="RuleArguments.ValidValues"/>, in percent.</summary>
    public const string Share = "share";

    /// <summary>The share of rows that hold zero, in percent.</summary>
    public const string ZeroShare = "zeroShare";

    /// <summary>Distinct values as a share of the present ones, in percent.</summary>
    public const string DistinctShare = "distinctShare";

    /// <summary>Rows in which the first property is above the second.</summary>
    public const string Order = "order";

    /// <summary>Rows that do not hold the usual value of the last property among rows with the same other properties.</summary>
    public const string Dependency = "dependency";
}
