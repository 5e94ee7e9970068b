using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Assays.Data;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>
/// The assessment as SARIF 2.1.0, which code hosts show beside the files: a result a finding, at most 25,000, each with at most 100
/// places. Lines are given where records and lines of a text file correspond; else the place is the table's column.
/// </summary>
public sealed class SarifReport : IReportFormat
{
    private const int MaxResults = 25_000;
    private const int MaxLocations = 100;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public string Name => "sarif";

    public string Description => "Write SARIF 2.1.0, for code scanning.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        var shown = Discretion.Apply(assessment);
        var rules = shown.Outcomes.Select(static o => o.Rule).Concat(shown.Findings.Select(static f => f.Rule)).GroupBy(static r => r.Id).Select(OneOf).OrderBy(static r => r.Id, StringComparer.Ordinal).ToImmutableArray();
        await using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteStartArray("results");
        foreach (var finding in shown.Findings.Take(MaxResults))
        {
            WriteResult(json, shown, finding, rules.IndexOf(rules.First(r => r.Id == finding.Rule.Id)));
            if (json.BytesPending > 1 << 16) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        WriteInvocation(json, shown);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>The demands of a contract share an id and have a title each, which their results tell.</summary>
    private static Rule OneOf(IGrouping<string, Rule> rules)
    {
        var first = rules.First();
        return rules.All(r => r.Title == first.Title) ? first : first with { Name = first.Name.Split('-')[0], Title = "Demands; each result tells its own" };
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<Rule> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Assay");
        json.WriteString("semanticVersion", JsonReport.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            json.WriteString("name", rule.Name);
            WriteText(json, "shortDescription", rule.Title);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Words.Of(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue("data-quality");
            json.WriteStringValue(JsonReport.Word(rule.Dimension));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Assessment assessment, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Words.Of(finding.Severity));
        json.WriteNumber("rank", Math.Round(100 * finding.Confidence, 1));
        WriteText(json, "message", Legible.Of(finding.Explanation, 1_000));
        json.WriteStartArray("locations");
        foreach (var location in Locations(assessment, finding)) WriteLocation(json, assessment, location);
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("assayFinding/v1", Fingerprint($"{assessment.Source}\n{finding.Id}"));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("finding", Legible.Of(finding.Id));
        json.WriteNumber("affectedRows", finding.AffectedRows);
        json.WriteNumber("affectedCells", finding.AffectedCells);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A cell each for findings that have cells, a row each for those that have rows, else one place for the columns.</summary>
    private static IEnumerable<(long? Row, Column? Column)> Locations(Assessment assessment, Finding finding)
    {
        var most = assessment.Structure.FirstRecordLine is null ? 10 : MaxLocations;
        if (!finding.Cells.IsEmpty) return finding.Cells.OrderByDescending(static c => c.Confidence).ThenBy(static c => c.Row).Take(most).Select(static c => ((long?)c.Row, (Column?)c.Column));
        if (!finding.WholeRows.IsEmpty) return finding.WholeRows.Take(most).Select(row => ((long?)row, finding.Columns.FirstOrDefault()));
        return finding.Columns.IsEmpty ? [(null, null)] : finding.Columns.Take(MaxLocations).Select(static c => ((long?)null, (Column?)c));
    }

    private static void WriteLocation(Utf8JsonWriter json, Assessment assessment, (long? Row, Column? Column) location)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Address(assessment.Source));
        json.WriteEndObject();
        if (assessment.Structure.FirstRecordLine is { } first)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", location.Row is { } record ? first + record : 1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if ((location.Row, location.Column) is not (null, null))
        {
            var (row, column) = (location.Row is { } number ? $"row {number}" : null, location.Column is { } member ? Legible.Of(member.Label) : null);
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", column ?? row);
            json.WriteString("kind", "member");
            if (row is not null && column is not null) json.WriteString("fullyQualifiedName", $"{row}, {column}");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>())
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText(json, "message", $"The check {failed.Rule.Name} failed: {Legible.Of(failed.Error, 500)}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text.Length == 0 ? "–" : text);
        json.WriteEndObject();
    }

    /// <summary>A reference as RFC 3986 has it: relative paths stay relative, so that a code host finds the file.</summary>
    internal static string Address(string source)
    {
        var file = source.Split("::")[0].ReplaceLineEndings(" ");
        if (Uri.TryCreate(file, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https") return absolute.AbsoluteUri;
        var path = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? $"file://{path}" : path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
    }

    private static string Fingerprint(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
