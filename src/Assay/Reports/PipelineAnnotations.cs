using System.Collections.Immutable;
using System.Globalization;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>
/// The worst findings as the lines that a pipeline's service reads from the output and shows as annotations. The services show ten of a
/// kind for a step, so there are no more; the last line tells how many were left out.
/// </summary>
public static class PipelineAnnotations
{
    public const int Most = 10;

    /// <summary>GitHub's workflow commands: <c>::error file=…,line=…,title=…::message</c>.</summary>
    public static ImmutableArray<string> GitHub(Assessment assessment) => Lines(
        assessment,
        static (assessment, finding) =>
        {
            var command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            var line = Line(assessment, finding) is { } at ? $",line={at}" : "";
            return $"::{command} file={GitHubProperty(assessment.Source)}{line},title={GitHubProperty(Title(finding))}::{GitHubText(finding.Explanation)}";
        },
        static more => $"::notice title=Assay::{GitHubText(more)}");

    /// <summary>Azure Pipelines' logging commands: <c>##vso[task.logissue type=error;sourcepath=…]message</c>.</summary>
    public static ImmutableArray<string> Azure(Assessment assessment) => Lines(
        assessment,
        static (assessment, finding) =>
        {
            var type = finding.Severity == Severity.Error ? "error" : "warning";
            var line = Line(assessment, finding) is { } at ? $"linenumber={at};" : "";
            return $"##vso[task.logissue type={type};sourcepath={AzureProperty(assessment.Source)};{line}]{AzureText($"{Title(finding)}: {finding.Explanation}")}";
        },
        static more => AzureText(more));

    /// <summary>Errors and warnings, as notes are no news in a pipeline; the worst first.</summary>
    private static ImmutableArray<string> Lines(Assessment assessment, Func<Assessment, Finding, string> tell, Func<string, string> tellMore)
    {
        var shown = Discretion.Apply(assessment);
        var serious = shown.Findings.Where(static f => f.Severity > Severity.Note).ToImmutableArray();
        var lines = serious.Take(Most).Select(finding => tell(shown, finding)).ToImmutableArray();
        return serious.Length > Most ? lines.Add(tellMore($"{serious.Length - Most} more findings are in the report.")) : lines;
    }

    private static string? Line(Assessment assessment, Finding finding) =>
        assessment.Structure.FirstRecordLine is { } first && finding.Cells.FirstOrDefault() is { } cell ? (first + cell.Row).ToString(CultureInfo.InvariantCulture) : null;

    private static string Title(Finding finding) =>
        finding.Columns.IsEmpty ? finding.Title : $"{finding.Title}: {string.Join(", ", finding.Columns.Take(3).Select(static c => c.Label))}";

    private static string GitHubText(string text) => Legible.Of(text, 1_000).Replace("%", "%25", StringComparison.Ordinal);

    private static string GitHubProperty(string text) => GitHubText(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string AzureText(string text) => Legible.Of(text, 1_000).Replace("%", "%AZP25", StringComparison.Ordinal).Replace("##vso[", "# #vso[", StringComparison.OrdinalIgnoreCase);

    private static string AzureProperty(string text) =>
        AzureText(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
