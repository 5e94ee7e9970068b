using System.Globalization;
using Assays.Findings;

namespace Assays.Reports;

/// <content>A comparison taken apart, along time or by groups.</content>
public sealed partial class HtmlReport
{
    private const int PartsBytes = 120_000;

    private static Html Parts(Breakdown? breakdown)
    {
        if (breakdown is null) return Html.Empty;
        var allowance = new Allowance(PartsBytes);
        var rows = breakdown.Period is null ? GroupRows(breakdown) : breakdown.Columns.OrderByDescending(static c => c.Effects.Where(double.IsFinite).DefaultIfEmpty(0).Max()).Select(CourseRow).ToList();
        var told = allowance.Take(rows);
        return Html.Of(
            $"""
             <h3>{(breakdown.Period is { } period ? Html.Of($"Along {Code(breakdown.By)}, by {period}") : Html.Of($"By {Code(breakdown.By)}"))}</h3>
             {(breakdown.Changes.IsEmpty ? Html.Of($"<p>{(breakdown.Period is null ? "No group changed otherwise than the rest." : "No column came to another level that can be dated.")}</p>") : Html.Of($"<ul class=\"reasons\">{Html.Join(breakdown.Changes.Select(static change => Html.Of($"<li>{Legible.Of(change, 1_000)}</li>")))}</ul>"))}
             <div class="scroll measures" role="region" tabindex="0" aria-label="Each column over the parts"><table><caption class="unseen">Each column over the parts</caption>
             <thead><tr>{(breakdown.Period is null ? Html.Of($"""<th scope="col">Column</th><th scope="col">Group</th><th scope="col">Rows</th><th scope="col">Rows that lie elsewhere</th><th scope="col"><span class="unseen">as a bar</span></th><th scope="col">Missing</th>""") : Html.Of($"""<th scope="col">Column</th><th scope="col">Rows that lie elsewhere, {Span(breakdown)}</th><th scope="col">Missing</th><th scope="col">Mean</th>"""))}</tr></thead>
             <tbody>{Html.Join(told)}</tbody></table></div>
             {LeftOut(rows.Count - told.Length, "line", "The JSON report has them all.")}
             """);
    }

    private static string Span(Breakdown breakdown) => breakdown.Parts.Length == 0 ? "" : $"{breakdown.Parts[0].Name} to {breakdown.Parts[^1].Name}";

    private static Html CourseRow(BreakdownColumn column) => Html.Of(
        $"""
         <tr><th scope="row">{Code(column.Column)}{Html.If(column.IsSeasonal, static () => Html.Of($" <span class=\"soft\">beside the same time of the round</span>"))}</th><td>{Course(column.Effects, Legible.Percent)}</td><td>{Course(column.MissingShares, Legible.Percent)}</td><td>{Course(column.Means, Legible.Number)}</td></tr>
         """);

    private static List<Html> GroupRows(Breakdown breakdown) =>
    [
        .. from column in breakdown.Columns
           from at in Enumerable.Range(0, breakdown.Parts.Length)
           where double.IsFinite(column.Effects[at])
           orderby column.Effects[at] descending
           select Html.Of(
               $"""
                <tr><th scope="row">{Code(column.Column)}</th><td>{NameOf(breakdown.Parts[at].Name, 40)}</td><td class="number">{Legible.Count(breakdown.Parts[at].Rows)}</td><td class="number">{Legible.Percent(column.Effects[at])}</td><td class="gauge">{Bar(column.Effects[at])}</td><td class="number">{Legible.Percent(column.MissingShares[at])}</td></tr>
                """),
    ];

    /// <summary>A small chart of figures in their order, with marks at some of them, and the last one in words.</summary>
    private static Html Course(IReadOnlyList<double> figures, Func<double, string> word, IReadOnlyCollection<int>? marks = null)
    {
        var known = figures.Where(double.IsFinite).ToArray();
        if (known.Length == 0) return Html.Of($"""<span class="soft">–</span>""");
        var (low, high) = (known.Min(), known.Max());
        string X(int i) => (figures.Count == 1 ? 50 : 100.0 * i / (figures.Count - 1)).ToString("0.#", CultureInfo.InvariantCulture);
        string Y(double figure) => (high > low ? 22 - 20 * (figure - low) / (high - low) : 12).ToString("0.#", CultureInfo.InvariantCulture);
        var lines = new List<string>();
        for (var i = 0; i < figures.Count; i++)
        {
            if (!double.IsFinite(figures[i])) continue;
            if (i == 0 || !double.IsFinite(figures[i - 1])) lines.Add($"M{X(i)} {Y(figures[i])}h0");
            else lines[^1] += $"L{X(i)} {Y(figures[i])}";
        }

        var dots = (marks ?? []).Where(i => double.IsFinite(figures[i])).Select(i => Html.Of($"""<circle cx="{X(i)}" cy="{Y(figures[i])}" r="2.2"/>"""));
        return Html.Of(
            $"""
             <svg class="course" viewBox="-3 0 106 24" preserveAspectRatio="none" role="img" aria-label="from {word(low)} to {word(high)}, last {word(known[^1])}"><path d="{string.Join("", lines)}"/>{Html.Join(dots)}</svg> <span class="number">{word(known[^1])}</span>
             """);
    }
}
