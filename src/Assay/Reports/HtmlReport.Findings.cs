using System.Collections.Immutable;
using System.Globalization;
using Assays.Findings;

namespace Assays.Reports;

/// <content>The findings, each with its evidence and its cells in their rows.</content>
public sealed partial class HtmlReport
{
    private const int FindingsBytes = 350_000;

    private static Html Findings(Assessment assessment)
    {
        var allowance = new Allowance(FindingsBytes);
        var costs = assessment.Grade.Penalties.GroupBy(static p => p.FindingId).ToDictionary(static g => g.Key, static g => g.Sum(static p => p.Overall));
        var items = allowance.Take(assessment.Findings.Select((finding, at) => Item(assessment, finding, at, costs.GetValueOrDefault(finding.Id))));
        return Html.Of(
            $"""
             <section id="findings" aria-labelledby="findings-heading">
             <h2 id="findings-heading">Findings</h2>
             {(assessment.Findings.IsEmpty ? Html.Of($"<p>Nothing wrong was found.</p>") : Filters(assessment.Findings))}
             <div class="list">{Html.Join(items)}</div>
             {LeftOut(assessment.Findings.Length - items.Length, "finding", "The JSON report has all of them.")}
             </section>
             """);
    }

    private static Html Filters(ImmutableArray<Finding> findings)
    {
        var dimensions = findings.Select(static f => f.Rule.Dimension).Distinct().Order();
        var severities = findings.Select(static f => f.Severity).Distinct().OrderDescending();
        return Html.Of(
            $"""
             <form class="filters" id="filters" role="search" aria-label="Filter the findings" hidden>
             <label class="find"><span class="unseen">Search the findings</span><input type="search" name="text" placeholder="Search" autocomplete="off"></label>
             <fieldset><legend class="unseen">Severity</legend>{Html.Join(severities.Select(static s => Html.Of(
                 $"""<label class="toggle"><input type="checkbox" name="severity" value="{Words.Of(s)}" checked><span class="severity {Words.Of(s)}">{Words.Of(s)}</span></label>""")))}</fieldset>
             <label><span class="unseen">Dimension</span><select name="dimension"><option value="">All dimensions</option>{Html.Join(dimensions.Select(static d => Html.Of(
                 $"""<option>{Words.Of(d)}</option>""")))}</select></label>
             <button type="button" id="expand" aria-pressed="false">Expand all</button>
             <output id="shown" aria-live="polite"></output>
             </form>
             """);
    }

    private static Html Item(Assessment assessment, Finding finding, int at, double cost) => Html.Of(
        $"""
         <details class="finding" id="finding-{at}" data-severity="{Words.Of(finding.Severity)}" data-dimension="{Words.Of(finding.Rule.Dimension)}">
         <summary>
         <span class="severity {Words.Of(finding.Severity)}">{Words.Of(finding.Severity)}</span>
         <span class="what"><b>{Legible.Of(finding.Title)}</b>{Concerned(finding)}<span class="say">{Legible.Of(finding.Explanation, 1_000)}</span></span>
         <span class="much">{Html.If(finding.AffectedRows > 0, () => Html.Of($"<span>{Legible.Count(finding.AffectedRows, "row")}</span>"))}{Html.If(cost > 0, () => Html.Of($"<span>−{Cost(cost)} points</span>"))}</span>
         </summary>
         <div class="inside">
         {Html.If(finding.Repair is not null, () => Html.Of($"""<p class="todo"><b>What to do</b> {Legible.Of(finding.Repair!.Description, 1_000)}{(finding.Repair.IsCertain ? " Assay can do it: assay repair." : "")}</p>"""))}
         {Context(assessment, finding)}
         {Evidence(finding)}
         </div>
         </details>
         """);

    private static Html Concerned(Finding finding)
    {
        var columns = finding.Columns.Take(4).Select(static c => Html.Of($"""<code class="column">{NameOf(c.Label)}</code>"""));
        var more = finding.Columns.Length > 4 ? Html.Of($"<span> and {finding.Columns.Length - 4} more</span>") : Html.Empty;
        return Html.Of($" {Html.Join(" ", columns)}{more}");
    }

    private static Html Evidence(Finding finding)
    {
        var facts = finding.Evidence.Take(24).Select(static e => Html.Of($"<div><dt>{Legible.Of(Spaced(e.Key), 60)}</dt><dd>{Legible.Of(Shown(e.Key, e.Value))}</dd></div>"));
        return Html.Of(
            $"""
             <dl class="evidence">{Html.Join(facts)}<div><dt>confidence</dt><dd>{Legible.Percent(finding.Confidence)}</dd></div><div><dt>dimension</dt><dd>{Words.Of(finding.Rule.Dimension)}</dd></div><div><dt>rule</dt><dd>{finding.Rule.Id} {finding.Rule.Name}</dd></div></dl>
             """);
    }

    private static string Shown(string name, object value) => value switch
    {
        double share when name.EndsWith("share", StringComparison.OrdinalIgnoreCase) && share is >= 0 and <= 1 => Legible.Percent(share),
        double number => Legible.Number(number),
        long count => Legible.Count(count),
        int count => Legible.Count(count),
        bool truth => truth ? "yes" : "no",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>A name of a program as words: <c>missingShare</c> is "missing share".</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((c, at) => at > 0 && char.IsUpper(c) && char.IsLower(name[at - 1]) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    private static string Cost(double points) => points < 0.05 ? "0.0…" : points.ToString("0.0", CultureInfo.InvariantCulture);
}
