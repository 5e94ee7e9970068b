using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Reports;

/// <summary>
/// The assessment as a run event of OpenLineage: the table is the input of a run that has ended, with its schema and the facets
/// <c>dataQualityMetrics</c> (what was counted) and <c>dataQualityAssertions</c> (each check, and each demand of a contract, and whether it held).
/// </summary>
/// <param name="time">Tells when the run ended.</param>
public sealed class OpenLineageReport(TimeProvider? time = null) : IReportFormat
{
    private const string Spec = "https://openlineage.io/spec";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Producer => $"urn:assay:{JsonReport.ToolVersion}";

    public string Name => "openlineage";

    public string Description => "Write a run event of OpenLineage, or send it to an http(s) address.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        var shown = Discretion.Apply(assessment);
        var ended = (time ?? TimeProvider.System).GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("eventTime", ended);
        json.WriteString("eventType", "COMPLETE");
        json.WriteString("producer", Producer);
        json.WriteString("schemaURL", $"{Spec}/2-0-2/OpenLineage.json#/$defs/RunEvent");
        json.WriteStartObject("run");
        json.WriteString("runId", RunId($"{ended} {shown.Source}"));
        json.WriteEndObject();
        json.WriteStartObject("job");
        json.WriteString("namespace", "assay");
        json.WriteString("name", $"check {shown.Source}");
        json.WriteEndObject();
        json.WriteStartArray("inputs");
        WriteInput(json, shown);
        json.WriteEndArray();
        json.WriteStartArray("outputs");
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteInput(Utf8JsonWriter json, Assessment assessment)
    {
        var (space, name) = Uri.TryCreate(assessment.Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? ($"{address.Scheme}://{address.Authority}", address.AbsolutePath)
            : ("file", assessment.Source);
        json.WriteStartObject();
        json.WriteString("namespace", space);
        json.WriteString("name", name);
        json.WriteStartObject("facets");
        BeginFacet(json, "schema", "facets/1-1-1/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet");
        json.WriteStartArray("fields");
        foreach (var column in assessment.Profile.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Column.Label);
            json.WriteString("type", Words.Of(column.Type));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("inputFacets");
        WriteMetrics(json, assessment);
        WriteAssertions(json, assessment);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void BeginFacet(Utf8JsonWriter json, string name, string schema)
    {
        json.WriteStartObject(name);
        json.WriteString("_producer", Producer);
        json.WriteString("_schemaURL", $"{Spec}/{schema}");
    }

    private static void WriteMetrics(Utf8JsonWriter json, Assessment assessment)
    {
        BeginFacet(json, "dataQualityMetrics", "facets/1-0-2/DataQualityMetricsInputDatasetFacet.json#/$defs/DataQualityMetricsInputDatasetFacet");
        json.WriteNumber("rowCount", assessment.Profile.Rows);
        if (assessment.Structure.Bytes is { } bytes) json.WriteNumber("bytes", bytes);
        json.WriteStartObject("columnMetrics");
        foreach (var column in assessment.Profile.Columns.DistinctBy(static c => c.Column.Label)) WriteColumn(json, column);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, ColumnProfile column)
    {
        json.WriteStartObject(column.Column.Label);
        json.WriteNumber("nullCount", column.Missing);
        json.WriteNumber("distinctCount", column.Distinct.Value);
        json.WriteNumber("count", column.Present);
        if (column.Numeric is { } numeric && double.IsFinite(numeric.Min) && double.IsFinite(numeric.Max))
        {
            if (double.IsFinite(numeric.Mean * column.Present)) json.WriteNumber("sum", Significant.Round(numeric.Mean * column.Present));
            json.WriteNumber("min", numeric.Min);
            json.WriteNumber("max", numeric.Max);
            json.WriteStartObject("quantiles");
            foreach (var (probability, value) in numeric.Quantiles.Where(static q => double.IsFinite(q.Value)))
            {
                json.WriteNumber(probability.ToString(CultureInfo.InvariantCulture), Significant.Round(value));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteAssertions(Utf8JsonWriter json, Assessment assessment)
    {
        BeginFacet(json, "dataQualityAssertions", "facets/1-0-1/DataQualityAssertionsDatasetFacet.json#/$defs/DataQualityAssertionsDatasetFacet");
        json.WriteStartArray("assertions");
        foreach (var ran in assessment.Outcomes.OfType<Outcome.Ran>())
        {
            var broken = ran.Findings.Where(static f => f.Severity > Severity.Note).Select(static f => f.Columns is [var first, ..] ? first.Label : null).Distinct().ToList();
            foreach (var column in broken) WriteAssertion(json, ran.Rule, column, holds: false);
            if (broken.Count == 0) WriteAssertion(json, ran.Rule, ran.Columns is [var only] ? only.Label : null, holds: true);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAssertion(Utf8JsonWriter json, Rule rule, string? column, bool holds)
    {
        json.WriteStartObject();
        json.WriteString("assertion", $"{rule.Name}: {rule.Title}");
        json.WriteBoolean("success", holds);
        if (column is not null) json.WriteString("column", column);
        json.WriteEndObject();
    }

    /// <summary>A UUID (version 8) of a text, so that the same event has the same id.</summary>
    private static Guid RunId(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(bytes, bigEndian: true);
    }
}
