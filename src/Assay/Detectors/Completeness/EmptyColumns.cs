using Assays.Findings;

namespace Assays.Detectors.Completeness;

/// <summary>Columns without a single value.</summary>
public sealed class EmptyColumns : Detector
{
    public override Rule Rule { get; } = new("AS0103", "empty-columns", "Empty column", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination) =>
        from column in examination.Profile.Columns
        where column.Rows > 0 && column.Present == 0
        select new Finding(Rule, [column.Column], $"{column.Column.Label} has no value in any of the {Wording.Count(column.Rows, "row")}.")
        {
            AffectedRows = column.Rows,
            AffectedCells = column.Rows,
            Repair = new("Leave the column out, or find out why it arrives empty.", IsCertain: false),
        };
}
