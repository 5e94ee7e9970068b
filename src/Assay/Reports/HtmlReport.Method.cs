using System.Globalization;
using Assays.Findings;

namespace Assays.Reports;

/// <content>How the grade adds up, which checks ran, and how the source was read.</content>
public sealed partial class HtmlReport
{
    private const int PenaltiesBytes = 50_000;
    private const int ChecksBytes = 80_000;

    private static Html Penalties(Assessment assessment)
    {
        var anchors = assessment.Findings.Select(static (f, at) => (f, at)).GroupBy(static f => f.f.Id).ToDictionary(static g => g.Key, static g => g.First());
        var left = 100.0;
        var rows = assessment.Grade.Penalties.Select(penalty =>
        {
            left -= penalty.Overall;
            var (finding, at) = anchors.GetValueOrDefault(penalty.FindingId);
            var name = finding is null ? Html.Of($"{Legible.Of(penalty.FindingId, 120)}") : Html.Of($"""<a href="#finding-{at}">{Legible.Of(finding.Title)}</a>{Concerned(finding)}""");
            return Html.Of($"""<tr><th scope="row">{name}</th><td>{Words.Of(penalty.Dimension)}</td><td class="number">−{penalty.Overall.ToString("0.00", CultureInfo.InvariantCulture)}</td><td class="number">{left.ToString("0.00", CultureInfo.InvariantCulture)}</td></tr>""");
        });
        var told = new Allowance(PenaltiesBytes).Take(rows);
        return Html.Of(
            $"""
             <section id="grade" aria-labelledby="grade-heading">
             <h2 id="grade-heading">How the grade adds up</h2>
             <p class="lead">A table starts with 100 points. Each finding takes points by its severity, by how sure it is, and by how many rows and columns it concerns. From 90 points it is an A, from 80 a B, from 70 a C, from 60 a D.</p>
             <div class="scroll" role="region" tabindex="0" aria-label="Penalties">
             <table class="penalties">
             <thead><tr><th scope="col">Finding</th><th scope="col">Dimension</th><th scope="col" class="number">Points</th><th scope="col" class="number">Left</th></tr></thead>
             <tbody><tr><th scope="row">To begin with</th><td></td><td></td><td class="number">100.00</td></tr>{Html.Join(told)}</tbody>
             <tfoot><tr><th scope="row">Grade {Letter(assessment.Grade.Overall)}</th><td></td><td></td><td class="number">{assessment.Grade.Overall.Value.ToString("0.00", CultureInfo.InvariantCulture)}</td></tr></tfoot>
             </table>
             </div>
             {LeftOut(assessment.Grade.Penalties.Length - told.Length, "penalty", "The JSON report has all of them.")}
             </section>
             """);
    }

    private static Html Checks(Assessment assessment)
    {
        var allowance = new Allowance(ChecksBytes);
        var failed = allowance.Take(assessment.Outcomes.OfType<Outcome.Failed>().Select(static o => Html.Of($"<li>{Check(o)}: {Legible.Of(o.Error, 300)}</li>")));
        var found = allowance.Take(assessment.Outcomes.OfType<Outcome.Ran>().Where(static o => !o.Findings.IsEmpty).Select(static o => Html.Of($"<li>{Check(o)}{(o.Findings.Length > 1 ? $": {Legible.Count(o.Findings.Length, "finding")}" : "")}</li>")));
        var silent = allowance.Take(assessment.Outcomes.OfType<Outcome.Ran>().Where(static o => o.Findings.IsEmpty).Select(static o => Html.Of($"<li>{Check(o)}</li>")));
        var skipped = allowance.Take(assessment.Outcomes.OfType<Outcome.Skipped>().Select(static o => Html.Of($"<li>{Check(o)}: {Legible.Of(o.Reason, 300)}</li>")));
        return Html.Of(
            $"""
             <section id="checks" aria-labelledby="checks-heading">
             <h2 id="checks-heading">Checks</h2>
             <div class="checks">{Ended("Failed", failed)}{Ended("Found something", found)}{Ended("Found nothing", silent)}{Ended("Did not apply", skipped)}</div>
             </section>
             """);
    }

    private static Html Ended(string how, IReadOnlyCollection<Html> items) => Html.If(items.Count > 0, () => Html.Of($"<div><h3>{how} <span class=\"soft\">{items.Count}</span></h3><ul>{Html.Join(items)}</ul></div>"));

    private static Html Check(Outcome outcome) => Html.Of($"""{outcome.Rule.Title} <span class="soft">{outcome.Rule.Id}</span>""");

    private static Html Reading(Assessment assessment)
    {
        var profile = assessment.Profile;
        var facts = new List<(string Name, string Value)>
        {
            ("source", Legible.Of(assessment.Source, 300)),
            ("format", Legible.Of(assessment.Structure.Format)),
            ("size", assessment.Structure.Bytes is { } bytes ? Legible.Size(bytes) : "not known"),
            ("rows", $"{Legible.Count(profile.Rows)}, counted from 0 in this report"),
            ("columns", Legible.Count(profile.Columns.Length)),
            ("sample", profile.IsSampled ? $"{Legible.Count(profile.SampleRows, "row")}, drawn with seed {profile.Seed}" : "all rows"),
            ("effort", assessment.Effort),
            ("target", assessment.Target is { } target ? Legible.Of(target.Label) : "none was named"),
            ("time", $"{assessment.Timings.Sum(static t => t.Elapsed.TotalSeconds).ToString("0.00", CultureInfo.InvariantCulture)} s ({string.Join(", ", assessment.Timings.Select(static t => $"{t.Stage} {t.Elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)}"))})"),
        };
        var faults = assessment.Structure.Faults.Take(30).Select(static f => Html.Of($"<li>{Legible.Of(f.Detail, 400)}</li>"));
        return Html.Of(
            $"""
             <section id="reading" aria-labelledby="reading-heading">
             <h2 id="reading-heading">How it was read</h2>
             <dl class="figures reading">{Html.Join(facts.Select(static f => Html.Of($"<div><dt>{f.Name}</dt><dd><bdi>{f.Value}</bdi></dd></div>")))}</dl>
             {Html.If(!assessment.Structure.Notes.IsEmpty, () => Html.Of($"<h3>How the engine reads and counts</h3><ul>{Html.Join(assessment.Structure.Notes.Select(static note => Html.Of($"<li>{Legible.Of(note, 400)}</li>")))}</ul>"))}
             {Html.If(!assessment.Structure.Faults.IsEmpty, () => Html.Of($"<h3>Faults of the file</h3><ul>{Html.Join(faults)}</ul>"))}
             </section>
             """);
    }
}
