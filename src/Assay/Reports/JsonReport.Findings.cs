using System.Collections.Immutable;
using System.Text.Json;
using Assays.Findings;

namespace Assays.Reports;

/// <content>Findings and how the checks ended.</content>
public sealed partial class JsonReport
{
    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("detector", finding.Rule.Name);
        json.WriteString("dimension", Word(finding.Rule.Dimension));
        json.WriteString("severity", Word(finding.Severity));
        WriteNumber(json, "confidence", finding.Confidence);
        json.WriteString("title", finding.Title);
        json.WriteString("explanation", finding.Explanation);
        json.WriteStartObject("evidence");
        foreach (var (name, value) in finding.Evidence.DistinctBy(static e => e.Key))
        {
            json.WritePropertyName(name);
            WriteEvidence(json, value);
        }

        json.WriteEndObject();
        WriteLocation(json, finding);
        json.WriteNumber("affectedRows", finding.AffectedRows);
        json.WriteNumber("affectedCells", finding.AffectedCells);
        WriteRepair(json, finding.Repair);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Finding finding)
    {
        var rows = finding.Cells.Select(static c => c.Row).Concat(finding.WholeRows).Distinct().Order().Take(MaxCells + 1).ToImmutableArray();
        var isListed = finding.WholeRows.IsEmpty ? finding.AffectedCells <= finding.Cells.Length : finding.AffectedRows <= rows.Length;
        json.WriteStartObject("location");
        WriteNames(json, "columns", finding.Columns);
        WriteNumbers(json, "rows", rows.Take(MaxCells));
        json.WriteStartArray("cells");
        foreach (var cell in finding.Cells.Take(MaxCells))
        {
            json.WriteStartObject();
            json.WriteNumber("row", cell.Row);
            json.WriteString("column", cell.Column.Name);
            json.WriteString("value", cell.Value);
            WriteNumber(json, "confidence", cell.Confidence);
            json.WriteString("reason", cell.Reason);
            if (cell.Repair is { } repair) json.WriteString("repair", repair.Value ?? "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("truncated", rows.Length > MaxCells || finding.Cells.Length > MaxCells || !isListed);
        json.WriteEndObject();
    }

    private static void WriteRepair(Utf8JsonWriter json, Repair? repair)
    {
        if (repair is null)
        {
            json.WriteNull("repair");
            return;
        }

        json.WriteStartObject("repair");
        json.WriteString("description", repair.Description);
        json.WriteBoolean("certain", repair.IsCertain);
        json.WriteEndObject();
    }

    private static void WriteChecks(Utf8JsonWriter json, ImmutableArray<Outcome> outcomes)
    {
        json.WriteStartArray("checks");
        foreach (var outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("rule", outcome.Rule.Id);
            json.WriteString("detector", outcome.Rule.Name);
            json.WriteString("dimension", Word(outcome.Rule.Dimension));
            json.WriteString("outcome", outcome switch { Outcome.Ran => "ran", Outcome.Skipped => "skipped", _ => "failed" });
            if (outcome is Outcome.Ran ran) json.WriteNumber("findings", ran.Findings.Length);
            if (outcome is Outcome.Skipped skipped) json.WriteString("reason", skipped.Reason);
            if (outcome is Outcome.Failed failed) json.WriteString("reason", failed.Error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
