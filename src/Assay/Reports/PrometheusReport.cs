using System.Text;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>The assessment as metrics, for Prometheus' collector of text files: the scores, the findings, the checks, and what is missing in each column.</summary>
public sealed class PrometheusReport : IReportFormat
{
    public string Name => "prometheus";

    public string Description => "Write metrics for Prometheus' text file collector.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Render(assessment).AsMemory(), cancellationToken);
    }

    private static string Render(Assessment assessment)
    {
        var text = new PrometheusText();
        var dataset = ("dataset", assessment.Source);
        text.Begin("assay_score_ratio", "gauge", "The score of the table, from 0 to 1.");
        text.Add(assessment.Grade.Overall.Value / 100, dataset);
        text.Begin("assay_dimension_score_ratio", "gauge", "The score of the table in a dimension of quality, from 0 to 1.");
        foreach (var (dimension, score) in assessment.Grade.Dimensions) text.Add(score.Value / 100, dataset, ("dimension", Words.Of(dimension)));

        text.Begin("assay_rows", "gauge", "Rows of the table.");
        text.Add(assessment.Profile.Rows, dataset);
        text.Begin("assay_findings", "gauge", "Findings by severity.");
        foreach (var severity in Enum.GetValues<Severity>()) text.Add(assessment.Findings.Count(f => f.Severity == severity), dataset, ("severity", Words.Of(severity)));

        text.Begin("assay_checks", "gauge", "Checks, and demands of a contract, by how they ended.");
        foreach (var outcome in new[] { "passed", "broken", "skipped", "failed" }) text.Add(assessment.Outcomes.Count(o => Ended(o) == outcome), dataset, ("outcome", outcome));

        text.Begin("assay_column_missing_ratio", "gauge", "The share of rows without a value in a column.");
        foreach (var column in assessment.Profile.Columns) text.Add(column.MissingShare, dataset, ("column", column.Column.Label));

        text.Begin("assay_duration_seconds", "gauge", "How long the assessment took.");
        text.Add(assessment.Timings.Sum(static t => t.Elapsed.TotalSeconds), dataset);
        return text.ToString();
    }

    private static string Ended(Outcome outcome) => outcome switch
    {
        Outcome.Skipped => "skipped",
        Outcome.Failed => "failed",
        Outcome.Ran ran when ran.Findings.Any(static f => f.Severity > Severity.Note) => "broken",
        _ => "passed",
    };
}
