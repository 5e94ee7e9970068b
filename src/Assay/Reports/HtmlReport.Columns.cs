using System.Collections.Immutable;
using System.Globalization;
using Assays.Profiling;

namespace Assays.Reports;

/// <content>The columns: what they are, how full, how they are distributed.</content>
public sealed partial class HtmlReport
{
    private const int ColumnsBytes = 300_000;
    private const int BriefColumnsBytes = 200_000;

    /// <summary>The columns that are told in full: those with findings first, then in the order of the source, while there is room.</summary>
    private static Html Columns(Assessment assessment)
    {
        var concerned = assessment.Findings.SelectMany(static (f, at) => f.Columns.Select(c => (c.Ordinal, Finding: at))).ToLookup(static c => c.Ordinal, static c => c.Finding);
        var allowance = new Allowance(ColumnsBytes);
        var full = new SortedDictionary<int, Html>();
        foreach (var column in assessment.Profile.Columns.OrderByDescending(c => concerned.Contains(c.Column.Ordinal)).ThenBy(static c => c.Column.Ordinal))
        {
            var html = ColumnItem(assessment, column, concerned[column.Column.Ordinal]);
            if (!allowance.Spend(html.Bytes)) break;
            full.Add(column.Column.Ordinal, html);
        }

        var others = assessment.Profile.Columns.Where(c => !full.ContainsKey(c.Column.Ordinal)).ToImmutableArray();
        var brief = new Allowance(BriefColumnsBytes).Take(others.Select(BriefColumn));
        return Html.Of(
            $"""
             <section id="columns" aria-labelledby="columns-heading">
             <h2 id="columns-heading">Columns</h2>
             <div class="list">{Html.Join(full.Values)}</div>
             {Html.If(!others.IsEmpty, () => Html.Of($"""<h3>In brief</h3><div class="scroll" role="region" tabindex="0" aria-label="Further columns"><table><thead><tr><th scope="col">Column</th><th scope="col">Type</th><th scope="col" class="number">Missing</th><th scope="col" class="number">Distinct</th></tr></thead><tbody>{Html.Join(brief)}</tbody></table></div>"""))}
             {LeftOut(others.Length - brief.Length, "column", "The JSON report has all of them.")}
             </section>
             """);
    }

    private static Html BriefColumn(ColumnProfile column) => Html.Of(
        $"""<tr data-brief><th scope="row">{NameOf(column.Column.Label)}</th><td>{Kind(column)}</td><td class="number">{Legible.Percent(column.MissingShare)}</td><td class="number">{Legible.Count(column.Distinct.Value)}</td></tr>""");

    private static Html ColumnItem(Assessment assessment, ColumnProfile column, IEnumerable<int> findings)
    {
        var links = findings.Distinct().Take(8).Select(at => Html.Of($"""<li><a href="#finding-{at}">{Legible.Of(assessment.Findings[at].Title)}</a></li>""")).ToImmutableArray();
        return Html.Of(
            $"""
             <details class="col" id="column-{column.Column.Ordinal}">
             <summary>
             <span class="what"><b>{NameOf(column.Column.Label)}</b><span class="say">{Kind(column)}</span></span>
             <span class="spark" data-chart="{column.Column.Ordinal}" aria-hidden="true"></span>
             <span class="full">{Bar(1 - column.MissingShare)}<span>{(column.Missing == 0 ? "complete" : Legible.Percent(column.MissingShare) + " missing")}</span></span>
             <span class="much"><span>{Legible.Count(column.Distinct.Value)} distinct</span>{Html.If(!links.IsEmpty, () => Html.Of($"""<span class="badge">{Legible.Count(findings.Distinct().Count(), "finding")}</span>"""))}</span>
             </summary>
             <div class="inside">
             {Html.If(column.IsPersonal, static () => Html.Of($"""<p class="more">About persons: its values are hidden here unless they are asked for.</p>"""))}
             {Html.If(!links.IsEmpty, () => Html.Of($"""<ul class="links">{Html.Join(links)}</ul>"""))}
             <div class="halves"><div>{Chart(column)}</div><div>{Figures(column)}</div></div>
             {ValueTables(column, assessment.Profile.SampleRows)}
             </div>
             </details>
             """);
    }

    private static Html Kind(ColumnProfile column)
    {
        var type = Words.Of(column.Type);
        return Words.Meaning(column) is { } meaning && meaning != type ? Html.Of($"{type} · {Legible.Of(meaning, 60)}") : Html.Of($"{type}");
    }

    private static Html Chart(ColumnProfile column) => Html.If(HasChart(column), () => Html.Of(
        $"""<figure class="chart" data-chart="{column.Column.Ordinal}"><figcaption>{(column.Numeric is { Histogram.IsEmpty: false } ? "Distribution" : "Most frequent values")}</figcaption></figure>"""));

    private static Html Figures(ColumnProfile column)
    {
        var facts = new List<(string Name, string Value)>
        {
            ("present", Legible.Count(column.Present)),
            ("missing", $"{Legible.Count(column.Missing)} ({Legible.Percent(column.MissingShare)})"),
            ("distinct", Legible.Count(column.Distinct.Value) + Of(column.Distinct.Basis)),
        };
        if (column.Numeric is { } numeric)
        {
            facts.AddRange([("mean", Legible.Number(numeric.Mean)), ("deviation", Legible.Number(numeric.Deviation)), ("smallest", Legible.Number(numeric.Min))]);
            facts.AddRange(numeric.Quantiles.Select(static q => (Quantile(q.Probability), Legible.Number(q.Value))));
            facts.AddRange([("largest", Legible.Number(numeric.Max)), ("zeros", Legible.Percent(numeric.ZeroShare)), ("negative", Legible.Percent(numeric.NegativeShare))]);
        }

        if (column.Temporal is { } temporal)
        {
            facts.AddRange([("first", Moment(temporal.Min)), ("last", Moment(temporal.Max))]);
            if (temporal.Step is { } step) facts.Add(("usual step", step.TotalDays >= 1 ? Legible.Count((long)step.TotalDays, "day") : step.ToString("c", CultureInfo.InvariantCulture)));
            facts.Add(("rows in its order", temporal.IsSorted ? "yes" : "no"));
        }

        if (column.Lengths is { } lengths) facts.Add(("length", $"{lengths.Min} to {lengths.Max}, median {lengths.Median}"));
        return Html.Of($"""<dl class="figures">{Html.Join(facts.Select(static f => Html.Of($"<div><dt>{f.Name}</dt><dd>{f.Value}</dd></div>")))}</dl>""");
    }

    private static Html ValueTables(ColumnProfile column, long rows)
    {
        var formats = column.Temporal?.Formats ?? [];
        return Html.Of(
            $"""
             <div class="tables">{Counts("Most frequent", [.. column.TopValues.Take(10)], rows)}{Counts("Shapes", [.. column.Masks.Take(6)], rows)}{Counts("Formats", [.. formats.Take(6)], rows)}{Counts("Stand for missing", [.. column.Disguised.Take(6).Select(static d => new ValueCount(d.Value, d.Count))], rows)}</div>
             """);
    }

    private static Html Counts(string caption, ImmutableArray<ValueCount> counts, long rows) => Html.If(!counts.IsEmpty, () => Html.Of(
        $"""<table class="counts"><caption>{caption}</caption><tbody>{Html.Join(counts.Select(count => Html.Of(
            $"""<tr><th scope="row"><bdi>{Legible.Of(Quoted(count.Value), 42)}</bdi></th><td class="number">{Legible.Count(count.Count)}</td><td class="number soft">{Legible.Percent(rows == 0 ? 0 : Math.Min(1, (double)count.Count / rows))}</td></tr>""")))}</tbody></table>"""));

    /// <summary>Blanks at the ends can only be seen between quotes.</summary>
    private static string Quoted(string value) => value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])) ? $"“{value}”" : value;

    private static string Of(Basis basis) => basis switch { Basis.Approximate => " (about)", Basis.Sampled => " (in the sample)", _ => "" };

    private static string Quantile(double probability) => probability == 0.5 ? "median" : (100 * probability).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Moment(DateTime moment) => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
