using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assays.Data;
using Assays.Explaining;
using Assays.Findings;
using Assays.Grading;

namespace Assays.Reports;

/// <summary>
/// The assessment for programs; docs/assay-report.schema.json says its shape. The same input, options and seed give the same bytes
/// but for <c>timings</c>.
/// </summary>
public sealed partial class JsonReport : IReportFormat
{
    /// <summary>Raised in its first part when a program that read the last version could misread this one.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>Rows and cells listed for one finding; <c>--cells</c> has them all.</summary>
    public const int MaxCells = 100;

    // Text goes into a UTF-8 file, not into a page: only what JSON itself must escape is escaped.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string ToolVersion { get; } =
        typeof(JsonReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public string Name => "json";

    public string Description => "Write everything for programs.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        var shown = Discretion.Apply(assessment);
        await using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("schemaVersion", SchemaVersion);
        WriteTool(json);
        WriteSource(json, shown);
        json.WriteNumber("rows", shown.Profile.Rows);
        WriteSample(json, shown);
        WriteGrade(json, shown.Grade);
        if (shown.Reference is { } reference) WriteReference(json, reference);
        if (shown.History is { } history) WriteHistory(json, history);
        WriteExplanation(json, shown.Explanation);

        json.WriteStartArray("findings");
        foreach (var finding in shown.Findings)
        {
            WriteFinding(json, finding);
            await FlushWhenLongAsync(json, cancellationToken);
        }

        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in shown.Profile.Columns)
        {
            WriteColumn(json, column);
            await FlushWhenLongAsync(json, cancellationToken);
        }

        json.WriteEndArray();
        WriteRelations(json, shown.Profile.Relations);
        WriteChecks(json, shown.Outcomes);
        WriteTimings(json, shown.Timings);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static async Task FlushWhenLongAsync(Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        if (json.BytesPending > 1 << 16) await json.FlushAsync(cancellationToken);
    }

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", "assay");
        json.WriteString("version", ToolVersion);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("source");
        json.WriteString("name", assessment.Source);
        json.WriteString("format", assessment.Structure.Format);
        WriteNumberOrNull(json, "bytes", assessment.Structure.Bytes);
        json.WriteStartArray("notes");
        foreach (var note in assessment.Structure.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("faults");
        foreach (var fault in assessment.Structure.Faults)
        {
            json.WriteStartObject();
            json.WriteString("kind", Word(fault.Kind));
            json.WriteNumber("count", fault.Count);
            json.WriteString("detail", fault.Detail);
            json.WriteString("column", fault.Column?.Name);
            WriteNumbers(json, "rows", fault.Rows.Take(MaxCells));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("options");
        json.WriteString("effort", assessment.Effort);
        json.WriteNumber("seed", assessment.Profile.Seed);
        json.WriteString("target", assessment.Target?.Name);
        json.WriteEndObject();
    }

    private static void WriteSample(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartObject("sample");
        json.WriteNumber("rows", assessment.Profile.SampleRows);
        json.WriteBoolean("complete", !assessment.Profile.IsSampled);
        json.WriteEndObject();
    }

    private static void WriteGrade(Utf8JsonWriter json, Grade grade)
    {
        json.WriteStartObject("grade");
        json.WriteStartObject("overall");
        WriteScore(json, grade.Overall);
        json.WriteEndObject();
        json.WriteStartArray("dimensions");
        foreach (var (dimension, score) in grade.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("dimension", Word(dimension));
            WriteScore(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("penalties");
        foreach (var penalty in grade.Penalties)
        {
            json.WriteStartObject();
            json.WriteString("finding", penalty.FindingId);
            json.WriteString("dimension", Word(penalty.Dimension));
            WriteNumber(json, "points", penalty.Overall);
            WriteNumber(json, "pointsInDimension", penalty.InDimension);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter json, Score score)
    {
        WriteNumber(json, "score", score.Value);
        json.WriteString("letter", score.Letter.ToString());
    }

    private static void WriteExplanation(Utf8JsonWriter json, ImmutableArray<ExplanationSection> sections)
    {
        json.WriteStartArray("explanation");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("heading", section.Heading);
            json.WriteStartArray("paragraphs");
            foreach (var paragraph in section.Paragraphs) json.WriteStringValue(paragraph);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTimings(Utf8JsonWriter json, ImmutableArray<Timing> timings)
    {
        json.WriteStartArray("timings");
        foreach (var timing in timings)
        {
            json.WriteStartObject();
            json.WriteString("stage", timing.Stage);
            WriteNumber(json, "seconds", timing.Elapsed.TotalSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
