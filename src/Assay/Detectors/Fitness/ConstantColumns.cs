using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Fitness;

/// <summary>Columns that hold one and the same value in all or nearly all rows, and so tell little or nothing.</summary>
/// <param name="nearly">The share of rows with the usual value from which on a column is nearly constant.</param>
/// <param name="fewestRows">Rows that a table needs for sameness to mean something.</param>
public sealed class ConstantColumns(double nearly = 0.995, int fewestRows = 20) : Detector
{
    public override Rule Rule { get; } = new("AS0901", "constant-columns", "Constant column", Dimension.Plausibility, Severity.Note);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            if (values.Present < fewestRows || values.Values.IsEmpty) continue;
            var most = values.Counts.ToArray().Max();
            if (most < nearly * values.Present) continue;
            yield return Report(values, most, examination.Profile[values.Column]);
        }
    }

    private Finding Report(SampledColumn values, int most, ColumnProfile profile)
    {
        var usual = profile.IsPersonal ? "the same value" : Wording.Quote(values.Values[values.Counts.IndexOf(most)]);
        var column = values.Column.Label;
        var absent = profile.Missing == 0 ? "" : $" where it has a value (it is missing in {Wording.Percent(profile.MissingShare)} of the rows)";
        return values.Values.Length == 1
            ? new(Rule, [values.Column], $"{column} is always {usual}{absent}, so it tells nothing about a row.")
            {
                AffectedRows = profile.Present, Evidence = [new("distinct", 1L)],
            }
            : new(Rule, [values.Column], $"{column} is {usual} in {Wording.Percent((double)most / values.Present)} of the rows{absent}; only {Wording.Count(values.Present - most, "row")} differ.")
            {
                Title = "Nearly constant column", AffectedRows = profile.Present, Evidence = [new("usualShare", (double)most / values.Present)],
            };
    }
}
