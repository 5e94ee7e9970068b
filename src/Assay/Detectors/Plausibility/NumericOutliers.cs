using System.Globalization;
using Assays.Data;
using Assays.Findings;
using Assays.Statistics;

namespace Assays.Detectors.Plausibility;

/// <summary>Numbers that lie where no other number of the column does, judged by how heavy the column's own tails are.</summary>
/// <param name="numeric">The least share of rows that are numbers.</param>
/// <param name="certain">The least probability at which a number is called out of range.</param>
public sealed class NumericOutliers(double numeric = 0.9, double certain = 0.5) : Detector
{
    public override Rule Rule { get; } = new("AS0600", "numeric-outliers", "Numbers out of range", Dimension.Plausibility, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            if (NumericValues.Of(column, numeric) is not { } numbers || numbers.AreCodes) continue;
            var outliers = Outliers.Find(numbers.Numbers, numbers.Counts).Where(o => o.Probability >= certain && !numbers.IsInSeries(o.Index)).ToList();
            if (outliers.Count == 0) continue;
            var (low, high) = numbers.Range(outliers.Select(static o => o.Index));
            var suspects = new SuspectValues(examination, column.Column);
            foreach (var outlier in outliers)
            {
                var code = numbers.Codes[outlier.Index];
                suspects.Add(code, outlier.Probability, Reason(column, code, low, high));
            }

            yield return suspects.Complete(new(Rule, [column.Column], string.Create(CultureInfo.InvariantCulture,
                $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "lies" : "lie")} far from all others, which are between {low:G10} and {high:G10}: {suspects.Examples}."))
            {
                Evidence = [new("low", low), new("high", high), new("share", suspects.Share)],
            });
        }
    }

    private static string Reason(SampledColumn column, int code, double low, double high) => string.Create(
        CultureInfo.InvariantCulture, $"{Wording.Quote(column.Values[code])}: the other values of {column.Column.Label} lie between {low:G10} and {high:G10}.");
}
