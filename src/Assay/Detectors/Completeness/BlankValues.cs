using Assays.Findings;

namespace Assays.Detectors.Completeness;

/// <summary>Values that consist of white space alone: missing for a person, present for a program.</summary>
public sealed class BlankValues : Detector
{
    private const double CellConfidence = 0.97;

    public override Rule Rule { get; } = new("AS0102", "blank-values", "Blank values", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            var blank = new SuspectValues(examination, values.Column);
            for (var code = 0; code < values.Values.Length; code++)
            {
                if (string.IsNullOrWhiteSpace(values.Values[code])) blank.Add(code, CellConfidence, "Nothing but white space.", new(null));
            }

            if (blank.Rows == 0) continue;
            yield return blank.Complete(
                new(Rule, [values.Column],
                    $"Nothing but white space stands in {Wording.Count(blank.Rows, "value")} of {values.Column.Label}: they count as present although there is nothing.")
                {
                    Repair = new("Make them missing.", IsCertain: true),
                });
        }
    }
}
