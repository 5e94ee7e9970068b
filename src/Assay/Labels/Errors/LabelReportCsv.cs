using System.Globalization;
using Assays.Data;

namespace Assays.Labels.Errors;

/// <summary>What is thought of each row's label, as records for a spreadsheet.</summary>
public static class LabelReportCsv
{
    /// <summary>The header, then one record a judged row, the most suspicious first.</summary>
    public static IEnumerable<string[]> Records(LabelReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return ["row", "label", "wrong", "flagged", "better", "reason"];
        foreach (var suspect in report.Suspects)
        {
            yield return
            [
                suspect.Row.ToString(CultureInfo.InvariantCulture), SpreadsheetText.Of(suspect.Given), suspect.Probability.ToString("0.######", CultureInfo.InvariantCulture),
                suspect.IsFlagged ? "true" : "false", SpreadsheetText.Of(suspect.Better), SpreadsheetText.Of(suspect.Reason),
            ];
        }
    }
}
