using System.Collections.Immutable;
using System.Text;
using Assays.Explaining;
using Assays.Findings;

namespace Assays.Reports;

/// <summary>
/// The assessment as Markdown, for the summary of a pipeline's step, a pull request or a wiki. It stays under the 1 MiB that GitHub
/// takes for a step, and no text of the source can become markup in it.
/// </summary>
public sealed class MarkdownReport : IReportFormat
{
    /// <summary>Findings told in full; the rest are counted.</summary>
    private const int MaxFindings = 50;

    public string Name => "markdown";

    public string Description => "Write a summary as Markdown, for pull requests and wikis.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Render(Discretion.Apply(assessment)).AsMemory(), cancellationToken);
    }

    private static string Render(Assessment assessment)
    {
        var text = new StringBuilder();
        var profile = assessment.Profile;
        text.Append($"## Data quality of {Plain(assessment.Source)}: {assessment.Grade.Overall.Letter} ({Points(assessment.Grade.Overall.Value)})\n\n");
        text.Append($"{Legible.Count(profile.Rows, "row")} × {Legible.Count(profile.Columns.Length, "column")} · {Plain(assessment.Structure.Format)}");
        if (profile.IsSampled) text.Append($" · judged on a sample of {Legible.Count(profile.SampleRows, "row")}");
        if (assessment.Reference is { } reference) text.Append(Compared(reference));
        text.Append("\n\n| Dimension | Score | |\n| --- | ---: | --- |\n");
        foreach (var (dimension, score) in assessment.Grade.Dimensions) text.Append($"| {Words.Of(dimension)} | {Points(score.Value)} | {score.Letter} |\n");

        text.Append("\n### Findings\n\n");
        if (assessment.Findings.IsEmpty)
        {
            text.Append("Nothing wrong was found.\n");
        }
        else
        {
            text.Append("| Severity | Finding | Columns | Rows | What |\n| --- | --- | --- | ---: | --- |\n");
            foreach (var finding in assessment.Findings.Take(MaxFindings)) text.Append(Row(finding));
        }

        var more = assessment.Findings.Length - MaxFindings;
        if (more > 0) text.Append($"\nAnd {Legible.Count(more, "more finding")}.\n");
        foreach (var section in assessment.Explanation.Take(20)) text.Append(Section(section));
        foreach (var failed in assessment.Outcomes.OfType<Outcome.Failed>().Take(20)) text.Append($"\nThe check {failed.Rule.Name} failed: {Plain(failed.Error)}\n");
        return text.ToString();
    }

    private static string Compared(ReferenceVerdict reference) =>
        $"\n\n**{Words.Of(reference.Verdict)}**, compared with {Plain(reference.Reference)} ({Legible.Count(reference.ReferenceRows, "row")}): {Words.Meaning(reference.Verdict)}";

    private static string Row(Finding finding)
    {
        var columns = string.Join(", ", finding.Columns.Take(4).Select(static c => Plain(c.Label, 60)));
        var rest = finding.Columns.Length > 4 ? $" and {finding.Columns.Length - 4} more" : "";
        return $"| {Words.Of(finding.Severity)} | {Plain(finding.Title)} | {columns}{rest} | {Legible.Count(finding.AffectedRows)} | {Plain(finding.Explanation, 500)} |\n";
    }

    private static string Section(ExplanationSection section) =>
        $"\n### {Plain(section.Heading)}\n\n{string.Join("\n\n", section.Paragraphs.Take(20).Select(static p => Plain(p, 2_000)))}\n";

    private static string Points(double value) => value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Text that Markdown and the HTML inside it leave alone.</summary>
    private static string Plain(string text, int maxLength = 200)
    {
        var plain = new StringBuilder();
        foreach (var c in Legible.Of(text, maxLength))
        {
            switch (c)
            {
                case '<': plain.Append("&lt;"); break;
                case '>': plain.Append("&gt;"); break;
                case '&': plain.Append("&amp;"); break;
                case '@': plain.Append("&#64;"); break; // mentions nobody
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' or '!' or '$': plain.Append('\\').Append(c); break;
                default: plain.Append(c); break;
            }
        }

        // Addresses become links by themselves.
        return plain.Replace("://", "&#58;//").Replace("www.", "www&#46;").ToString();
    }
}
