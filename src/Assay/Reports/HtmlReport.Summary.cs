using System.Globalization;
using Assays.Findings;
using Assays.Grading;

namespace Assays.Reports;

/// <content>The grade at a glance, and the explanation in words.</content>
public sealed partial class HtmlReport
{
    private const int ExplanationBytes = 60_000;

    private static Html Summary(Assessment assessment)
    {
        var grade = assessment.Grade.Overall;
        return Html.Of(
            $"""
             <section id="top" class="summary" aria-labelledby="source">
             <h1 id="source">{NameOf(assessment.Source, 160)}</h1>
             <p class="facts">{Html.Join(" · ", Facts(assessment).Select(static fact => Html.Of($"<span>{fact}</span>")))}</p>
             <div class="verdict">
             <div class="grade grade-{Letter(grade)}">
             <p class="letter"><span class="unseen">Grade </span>{Letter(grade)}</p>
             <p class="score"><b>{Points(grade.Value)}</b> of 100</p>
             <p class="tally">{Tally(assessment)}</p>
             </div>
             <table class="dimensions">
             <caption class="unseen">Score of each dimension of quality</caption>
             <tbody>{Html.Join(assessment.Grade.Dimensions.Select(Dimension))}</tbody>
             </table>
             </div>
             </section>
             """);
    }

    private static Html Dimension(DimensionScore dimension) => Html.Of(
        $"""
         <tr class="grade-{Letter(dimension.Score)}"><th scope="row">{Words.Of(dimension.Dimension)}</th><td class="gauge">{Bar(dimension.Score.Value / 100)}</td><td class="letter">{Letter(dimension.Score)}</td><td class="number">{Points(dimension.Score.Value)}</td></tr>
         """);

    private static IEnumerable<string> Facts(Assessment assessment)
    {
        var profile = assessment.Profile;
        yield return $"{Legible.Count(profile.Rows, "row")} × {Legible.Count(profile.Columns.Length, "column")}";
        yield return Legible.Of(assessment.Structure.Format);
        if (assessment.Structure.Bytes is { } bytes) yield return Legible.Size(bytes);
        if (assessment.Target is { } target) yield return $"target: {Legible.Of(target.Label, 60)}";
        yield return profile.IsSampled
            ? $"judged on a random sample of {Legible.Count(profile.SampleRows, "row")}"
            : "every row was looked at";
    }

    private static Html Tally(Assessment assessment)
    {
        if (assessment.Findings.IsEmpty) return Html.Of($"Nothing wrong was found.");
        var counts = assessment.Findings.CountBy(static f => f.Severity).OrderByDescending(static c => c.Key);
        return Html.Join(counts.Select(static c => Html.Of($"""<span class="severity {Words.Of(c.Key)}">{Legible.Count(c.Value, Words.Of(c.Key))}</span> """)));
    }

    private static Html Explanation(Assessment assessment)
    {
        var allowance = new Allowance(ExplanationBytes);
        var sections = allowance.Take(assessment.Explanation.Select(static section => Html.Of(
            $"""
             <div class="telling"><h3>{Legible.Of(section.Heading)}</h3><div>{Html.Join(section.Paragraphs.Select(static p => Html.Of($"<p>{Legible.Of(p, 4_000)}</p>")))}</div></div>
             """)));
        return Html.If(!sections.IsEmpty, () => Html.Of(
            $"""
             <section id="words" aria-labelledby="words-heading">
             <h2 id="words-heading">In words</h2>
             {Html.Join(sections)}
             </section>
             """));
    }

    /// <summary>A share as a bar; the number stands beside it.</summary>
    private static Html Bar(double share) => Html.Of(
        $"""
         <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="6"/><rect class="part" width="{(100 * Math.Clamp(share, 0, 1)).ToString("0.##", CultureInfo.InvariantCulture)}" height="6"/></svg>
         """);
}
