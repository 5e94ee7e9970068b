using System.Text.Json;

namespace Assays.Labels.Errors;

/// <summary>A check of labels for programs: the same report gives the same bytes.</summary>
public static class LabelReportJson
{
    public static Task WriteAsync(LabelReport report, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        return LabelJson.WriteAsync(stream, json =>
        {
            json.WriteString("source", report.Source);
            json.WriteString("label", report.Label);
            json.WriteString("kind", report.Kind switch { LabelKind.Classes => "classes", LabelKind.Numbers => "numbers", _ => "sets" });
            json.WriteNumber("rows", report.Rows);
            json.WriteNumber("judgedRows", report.JudgedRows);
            json.WriteNumber("flaggedRows", report.FlaggedRows);
            json.WriteBoolean("useful", report.IsUseful);
            json.Number("accuracy", report.Accuracy);
            json.Interval("accuracyInterval", report.IsUseful ? report.AccuracyInterval : null);
            json.WriteStartArray("warnings");
            foreach (var warning in report.Warnings) json.WriteStringValue(warning);
            json.WriteEndArray();
            Classes(json, report);
            json.List("suspects", report.Suspects, suspect =>
            {
                json.WriteNumber("row", suspect.Row);
                json.WriteString("label", suspect.Given);
                json.Number("wrong", suspect.Probability);
                json.WriteBoolean("flagged", suspect.IsFlagged);
                if (!suspect.IsFlagged) return;
                json.WriteString("better", suspect.Better);
                json.WriteString("reason", suspect.Reason);
            });
        }, cancellationToken);
    }

    private static void Classes(Utf8JsonWriter json, LabelReport report)
    {
        json.List("classes", report.Classes, quality =>
        {
            json.WriteString("name", quality.Name);
            json.WriteNumber("rows", quality.Rows);
            json.WriteNumber("flagged", quality.Flagged);
            json.Number("accuracy", quality.Accuracy);
        });
        json.List("noise", report.Noise, cell =>
        {
            json.WriteString("class", cell.Truth);
            json.WriteString("label", cell.Given);
            json.Number("share", cell.Share);
            json.Interval("interval", cell.Interval);
        });
    }
}
