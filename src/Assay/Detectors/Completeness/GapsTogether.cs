using Assays.Findings;

namespace Assays.Detectors.Completeness;

/// <summary>Columns that are missing in the same rows, so that one cause lies behind them.</summary>
/// <param name="together">The share of the rows without one of them that lack all, from which on it is no coincidence.</param>
public sealed class GapsTogether(double together = 0.9) : Detector
{
    private const int FewestRows = 5;

    public override Rule Rule { get; } = new("AS0105", "gaps-together", "Missing in the same rows", Dimension.Completeness, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination) =>
        from gaps in examination.Profile.Relations.MissingTogether
        where gaps.Share >= together && gaps.Rows >= FewestRows && gaps.Columns.Length > 1
        let names = Wording.Join([.. gaps.Columns.Take(8).Select(static column => column.Label)], gaps.Columns.Length - 8)
        select new Finding(Rule, gaps.Columns,
            $"{names} are missing in the same rows ({Wording.Count(gaps.Rows, "row")}, {Wording.Percent(gaps.Share)} of the rows that lack one of them): they have one cause.")
        {
            AffectedRows = gaps.Rows,
            Evidence = [new("share", gaps.Share)],
        };
}
