using System.Collections.Immutable;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Fitness;

/// <summary>With a target: columns that tell every row apart, which a model learns by heart instead of learning something.</summary>
/// <param name="distinct">The share of distinct values from which a column tells rows apart.</param>
public sealed class IdentifierFeatures(double distinct = 0.95) : Detector
{
    private const int FewestRows = 50;

    public override Rule Rule { get; } = new("AS0912", "identifier-features", "Identifiers among the features", Dimension.Plausibility, Severity.Note);

    public override string? NotApplicable(Examination examination) => TargetClasses.NotApplicable(examination);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        if (examination.Target is null) yield break;
        var columns = examination.Profile.Columns.Where(profile => profile.Column != examination.Target && TellsRowsApart(profile, examination)).ToImmutableArray();
        if (columns.IsEmpty) yield break;
        var names = Wording.Join([.. columns.Take(10).Select(static profile => profile.Column.Label)], columns.Length - 10);
        yield return new(Rule, [.. columns.Select(static profile => profile.Column)],
            $"{names} {(columns.Length == 1 ? "has" : "have")} another value in nearly every row, so a model can only learn {(columns.Length == 1 ? "it" : "them")} by heart; leave {(columns.Length == 1 ? "it" : "them")} out of the features.")
        {
            AffectedRows = examination.Profile.Rows,
        };
    }

    private bool TellsRowsApart(ColumnProfile profile, Examination examination)
    {
        var values = examination.Sample[profile.Column];
        return values.Present >= FewestRows && values.Values.Length >= distinct * values.Present
            && profile.Temporal is null && !profile.IsQuantity && profile.Type != Profiling.ValueType.Number
            && profile.Semantic is not (SemanticType.FreeText or SemanticType.Json or SemanticType.Latitude or SemanticType.Longitude);
    }
}
