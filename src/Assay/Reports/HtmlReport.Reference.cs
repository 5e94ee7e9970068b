using System.Globalization;
using Assays.Findings;

namespace Assays.Reports;

/// <content>What a comparison with a reference came to.</content>
public sealed partial class HtmlReport
{
    private const int ReferenceBytes = 60_000;

    private static Html Reference(Assessment assessment)
    {
        if (assessment.Reference is not { } reference) return Html.Empty;
        var allowance = new Allowance(ReferenceBytes);
        var rows = reference.Columns.OrderByDescending(static c => Math.Max(c.Effect, c.NormedDistance)).ToList();
        var told = allowance.Take(rows.Select(Row));
        return Html.Of(
            $"""
             <section id="reference" aria-labelledby="reference-heading">
             <h2 id="reference-heading">Compared with {NameOf(reference.Reference, 120)}: {Words.Of(reference.Verdict)}</h2>
             <p class="lead">{Capital(Words.Meaning(reference.Verdict))} The reference has {Legible.Count(reference.ReferenceRows, "row")}.</p>
             <ul class="reasons">{Html.Join(reference.Reasons.Select(static reason => Html.Of($"<li>{Legible.Of(reason, 1_000)}</li>")))}</ul>
             <div class="scroll measures" role="region" tabindex="0" aria-label="How far each column moved"><table><caption class="unseen">How far each column moved</caption>
             <thead><tr><th scope="col">Column</th><th scope="col" class="number">Rows that lie elsewhere</th><th scope="col"><span class="unseen">as a bar</span></th><th scope="col" class="number">Distance in deviations</th><th scope="col" class="number">Missing then</th><th scope="col" class="number">Missing now</th><th scope="col">Chance</th></tr></thead>
             <tbody>{Html.Join(told)}</tbody></table></div>
             {LeftOut(rows.Count - told.Length, "column", "The JSON report has them all.")}
             {Parts(reference.Parts)}
             </section>
             """);
    }

    private static Html Row(ComparedColumn column)
    {
        var gaps = Html.Of($"""<td class="number">{Legible.Percent(column.FormerMissingShare)}</td><td class="number">{Legible.Percent(column.MissingShare)}</td>""");
        var name = Html.Of($"""<th scope="row">{Code(column.Column)}{Html.If(column.FormerName != column.Column.Label, () => Html.Of($" <span class=\"soft\">formerly {NameOf(column.FormerName, 40)}</span>"))}</th>""");
        return column.Silence is { } silence
            ? Html.Of($"""<tr>{name}<td colspan="3" class="soft">{silence}</td>{gaps}<td></td></tr>""")
            : Html.Of(
                $"""
                 <tr>{name}<td class="number">{Legible.Percent(column.Effect)}</td><td class="gauge">{Bar(column.Effect)}</td><td class="number">{(column.NormedDistance > 0 ? column.NormedDistance.ToString("0.00", CultureInfo.InvariantCulture) : "")}</td>{gaps}<td>{(column.IsSure ? "ruled out" : "may be chance")}</td></tr>
                 """);
    }

    private static string Capital(string sentence) => $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}";
}
