using Assays.Data;
using Assays.Profiling;

namespace Assays.Reports;

/// <content>What holds between columns.</content>
public sealed partial class HtmlReport
{
    private const int RelationsBytes = 60_000;

    private static bool HasRelations(Assessment assessment)
    {
        var r = assessment.Profile.Relations;
        return !(r.Keys.IsEmpty && r.Dependencies.IsEmpty && r.Associations.IsEmpty && r.Arithmetic.IsEmpty && r.Orders.IsEmpty && r.MissingTogether.IsEmpty);
    }

    private static Html Relations(Assessment assessment)
    {
        if (!HasRelations(assessment)) return Html.Empty;
        var relations = assessment.Profile.Relations;
        var allowance = new Allowance(RelationsBytes);
        return Html.Of(
            $"""
             <section id="relations" aria-labelledby="relations-heading">
             <h2 id="relations-heading">Relations</h2>
             {Html.If(relations.Associations.Length > 2, static () => Html.Of($"""<figure class="chart heat" data-heat="1"><figcaption>How much two columns say about each other: 0 nothing, 1 everything</figcaption></figure>"""))}
             <div class="relations">
             {Group("Keys", relations.Keys, allowance, static key => Html.Of($"{Names(key.Columns)} {(key.UniqueShare >= 1 ? "identifies a row" : $"identifies {Legible.Percent(key.UniqueShare)} of the rows")}"))}
             {Group("Arithmetic", relations.Arithmetic, allowance, static a => Html.Of($"{Code(a.Result)} = {Html.Join(a.IsProduct ? " × " : " + ", a.Terms.Select(Code))} <span class=\"soft\">in {Legible.Percent(a.Share)} of the rows</span>"))}
             {Group("Order", relations.Orders, allowance, static o => Html.Of($"{Code(o.Low)} ≤ {Code(o.High)} <span class=\"soft\">in {Legible.Percent(o.Share)} of the rows</span>"))}
             {Group("Dependencies", relations.Dependencies, allowance, static d => Html.Of($"{Names(d.Determinants)} → {Code(d.Dependent)} <span class=\"soft\">in {Legible.Percent(d.Confidence)} of the rows</span>"))}
             {Group("Strongest associations", relations.Associations, allowance, static a => Html.Of($"{Code(a.Left)} and {Code(a.Right)} <span class=\"soft\">{Legible.Number(Math.Round(a.Strength, 3))} {MeasureName(a.Measure)}</span>"))}
             {Group("Missing together", relations.MissingTogether, allowance, static m => Html.Of($"{Names(m.Columns)} <span class=\"soft\">{Legible.Count(m.Rows, "row")}, {Legible.Percent(m.Share)} of those that lack any</span>"))}
             </div>
             </section>
             """);
    }

    private static Html Group<T>(string heading, IReadOnlyCollection<T> items, Allowance allowance, Func<T, Html> tell)
    {
        if (items.Count == 0) return Html.Empty;
        var told = allowance.Take(items.Take(12).Select(item => Html.Of($"<li>{tell(item)}</li>")));
        return Html.Of($"""<div><h3>{heading}</h3><ul>{Html.Join(told)}</ul>{Html.If(items.Count > told.Length, () => Html.Of($"""<p class="more">and {Legible.Count(items.Count - told.Length)} more in the JSON report</p>"""))}</div>""");
    }

    private static Html Names(IEnumerable<Column> columns) => Html.Join(" + ", columns.Take(6).Select(Code));

    private static Html Code(Column column) => Html.Of($"""<code class="column">{NameOf(column.Label, 40)}</code>""");

    private static string MeasureName(string measure) => measure switch
    {
        "spearman" => "rank correlation",
        "cramers-v" => "Cramér’s V",
        "correlation-ratio" => "correlation ratio",
        _ => measure,
    };
}
