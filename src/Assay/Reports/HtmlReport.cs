using System.Security.Cryptography;
using System.Text;
using Assays.Grading;

namespace Assays.Reports;

/// <summary>
/// The assessment as one page for people: it opens without network, in the dark and the light, with a keyboard and a screen reader, on
/// paper and on a phone. Whatever the size of the table it stays under 1.5 MB: each part has an <see cref="Allowance"/>, and says what
/// it left out.
/// </summary>
public sealed partial class HtmlReport : IReportFormat
{
    private static readonly string Style = Asset("report.css");
    private static readonly string Charts = Asset("charts.min.js");
    private static readonly string Script = Asset("report.js");

    // Nothing may be loaded, and only our own scripts and styles run, whatever a value in the table says.
    private static readonly string Policy =
        $"default-src 'none'; script-src {Hash(Charts)} {Hash(Script)}; style-src {Hash(Style)}; img-src data:; base-uri 'none'; form-action 'none'";

    public string Name => "html";

    public string Description => "Write the report for people as one HTML file.";

    public async Task WriteAsync(Assessment assessment, Stream stream, CancellationToken cancellationToken = default)
    {
        var shown = Discretion.Apply(assessment);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        await writer.WriteAsync(Page(shown).ToString().AsMemory(), cancellationToken);
    }

    private static Html Page(Assessment assessment) => Html.Of(
        $"""
         <!doctype html>
         <html lang="en">
         <head>
         <meta charset="utf-8">
         <meta http-equiv="Content-Security-Policy" content="{Html.Verbatim(Policy)}">
         <meta name="viewport" content="width=device-width, initial-scale=1">
         <meta name="color-scheme" content="light dark">
         <meta name="referrer" content="no-referrer">
         <meta name="generator" content="Assay {JsonReport.ToolVersion}">
         <title>{Letter(assessment.Grade.Overall)} {Points(assessment.Grade.Overall.Value)} · {Legible.Of(assessment.Source, 120)} · Assay</title>
         <link rel="icon" href="data:,">
         <style>{Html.Verbatim(Style)}</style>
         </head>
         <body>
         <a class="skip" href="#main">Skip to the report</a>
         <header class="bar"><div class="wide">
         <a class="brand" href="#top">Assay</a>
         <nav aria-label="Parts of the report">{Navigation(assessment)}</nav>
         <button type="button" id="theme" hidden>Theme: system</button>
         </div></header>
         <main id="main" class="wide" tabindex="-1">
         {Summary(assessment)}
         {Reference(assessment)}
         {History(assessment.History)}
         {Explanation(assessment)}
         {Findings(assessment)}
         {Columns(assessment)}
         {Relations(assessment)}
         {Penalties(assessment)}
         {Checks(assessment)}
         {Reading(assessment)}
         </main>
         <footer class="wide"><p>Made by Assay {JsonReport.ToolVersion} on this machine; nothing in this page comes from, or goes to, a network.</p></footer>
         <script type="application/json" id="chart-data">{ChartData(assessment)}</script>
         <script>{Html.Verbatim(Charts)}</script>
         <script>{Html.Verbatim(Script)}</script>
         </body>
         </html>

         """);

    private static Html Navigation(Assessment assessment)
    {
        var parts = new (string Id, string Name, bool Shown)[]
        {
            ("reference", "Reference", assessment.Reference is not null), ("history", "History", assessment.History is not null), ("words", "In words", !assessment.Explanation.IsEmpty), ("findings", "Findings", true), ("columns", "Columns", true),
            ("relations", "Relations", HasRelations(assessment)), ("grade", "Grade", true), ("checks", "Checks", true), ("reading", "Reading", true),
        };
        return Html.Join(parts.Where(static p => p.Shown).Select(static p => Html.Of($"""<a href="#{p.Id}">{p.Name}</a>""")));
    }

    private static char Letter(Score score) => score.Letter;

    private static string Points(double value) => value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static Html LeftOut(int count, string thing, string where) =>
        Html.If(count > 0, () => Html.Of($"""<p class="more">{Legible.Count(count, thing)} more: left out to keep this page small. {where}</p>"""));

    /// <summary>A name from the source: isolated, so that its direction of writing does not turn its surroundings.</summary>
    private static Html NameOf(string label, int maxLength = 60) => Html.Of($"<bdi>{Legible.Of(label, maxLength)}</bdi>");

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";
}
