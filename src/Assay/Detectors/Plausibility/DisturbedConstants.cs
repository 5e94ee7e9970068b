using Assays.Data;
using Assays.Findings;
using Assays.Statistics;

namespace Assays.Detectors.Plausibility;

/// <summary>Numbers strewn around a value that nearly all rows share.</summary>
/// <param name="numeric">The least share of rows that are numbers.</param>
public sealed class DisturbedConstants(double numeric = 0.9) : Detector
{
    public override Rule Rule { get; } = new("AS0601", "disturbed-constants", "Departures from a constant", Dimension.Plausibility, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            if (NumericValues.Of(column, numeric) is not { } numbers) continue;
            var found = Disturbances.Find(numbers.Numbers, numbers.Counts);
            if (found.IsEmpty) continue;
            var codes = found.Select(o => numbers.Codes[o.Index]).ToHashSet();
            if (Accident.IsExplained(examination.Sample, column, codes)) continue;

            var top = numbers.Codes[Array.IndexOf(numbers.Counts, numbers.Counts.Max())];
            var (usual, rows) = (column.Values[top], column.Counts[top]);
            var suspects = new SuspectValues(examination, column.Column);
            foreach (var disturbed in found)
            {
                var code = numbers.Codes[disturbed.Index];
                suspects.Add(code, disturbed.Probability,
                    $"{Wording.Quote(column.Values[code])}: {rows:N0} of {column.Present:N0} rows have {usual}, and the few others are strewn around it.", new(usual));
            }

            yield return suspects.Complete(new(Rule, [column.Column],
                $"{column.Column.Label} is {usual} in {rows:N0} of {column.Present:N0} rows; the other {suspects.Rows:N0} are strewn around it, each rare, and look like errors.")
            {
                Evidence = [new("constant", usual), new("share", suspects.Share)],
            });
        }
    }
}
