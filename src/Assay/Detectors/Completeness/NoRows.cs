using Assays.Findings;

namespace Assays.Detectors.Completeness;

/// <summary>A table with columns and no rows: an export that failed, or a filter that nothing passes.</summary>
public sealed class NoRows : Detector
{
    public override Rule Rule { get; } = new("AS0107", "no-rows", "No rows", Dimension.Completeness, Severity.Error);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        if (examination.Sample.TableRows > 0) yield break;
        yield return new(Rule, [], $"The table has {Wording.Count(examination.Schema.Columns.Length, "column")} and no rows, so nothing else can be said of it.")
        {
            Repair = new("Find out whether the export failed or a filter let nothing pass.", IsCertain: false),
        };
    }
}
