using System.Globalization;
using Assays.History;

namespace Assays.Reports;

/// <content>How the table's figures went over earlier runs.</content>
public sealed partial class HtmlReport
{
    private const int HistoryBytes = 120_000;

    private static Html History(RunHistory? history)
    {
        if (history is null) return Html.Empty;
        var allowance = new Allowance(HistoryBytes);
        var rows = history.Courses.OrderByDescending(static c => c.IsUnusualNow).ThenBy(static c => c.Name.Column.Length > 0).ThenByDescending(static c => c.Unusual.Length).Select(MetricRow).ToList();
        var told = allowance.Take(rows);
        var since = history.Runs[0].Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var unusual = history.UnusualNow.ToList();
        var isJudged = history.Courses.Any(static c => c.Expected is not null);
        return Html.Of(
            $"""
             <section id="history" aria-labelledby="history-heading">
             <h2 id="history-heading">Beside earlier runs</h2>
             <p class="lead">{Legible.Count(history.Runs.Length, "run")} since {since}. {(unusual.Count > 0 ? $"{Legible.Count(unusual.Count, "figure")} now not as the runs before let expect." : isJudged ? "Nothing is unusual." : "Too few runs to know what is usual; from the eighth on they are judged.")}</p>
             <div class="scroll measures" role="region" tabindex="0" aria-label="Each figure over the runs"><table><caption class="unseen">Each figure over the runs; dots are values that were unusual when they came</caption>
             <thead><tr><th scope="col">Column</th><th scope="col">Figure</th><th scope="col">Runs</th><th scope="col">Expected now</th><th scope="col">Now</th></tr></thead>
             <tbody>{Html.Join(told)}</tbody></table></div>
             {LeftOut(rows.Count - told.Length, "figure", "The JSON report has them all.")}
             </section>
             """);
    }

    private static Html MetricRow(MetricCourse course) => Html.Of(
        $"""
         <tr><th scope="row">{(course.Name.Column.Length == 0 ? Html.Of($"the table") : NameOf(course.Name.Column, 40))}</th><td>{MetricWords.Of(course.Name.Name)}</td><td>{Course(course.Values, value => MetricWords.Value(course.Name, value), course.Unusual)}</td><td>{(course.Expected is var (low, high) ? $"{MetricWords.Value(course.Name, low)} to {MetricWords.Value(course.Name, high)}" : "–")}</td><td>{(course.IsUnusualNow ? "unusual" : course.Expected is null ? "" : "as usual")}</td></tr>
         """);
}
