using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Reports;

/// <summary>
/// Hides the values of columns that are about persons, wherever a report could show them: cells, repairs, rows in context, top
/// values, extremes, and the sentences that quote them. Every report begins with it.
/// </summary>
public static class Discretion
{
    /// <summary>What stands where a value is hidden.</summary>
    public const string Hidden = "•••";

    /// <summary>Shorter values are not looked for in sentences: they would match parts of words.</summary>
    private const int ShortestQuoted = 3;

    /// <summary>The assessment as it may be shown; the same one when nothing is to be hidden.</summary>
    public static Assessment Apply(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var personal = assessment.Profile.Columns.Where(static c => c.IsPersonal).Select(static c => c.Column.Ordinal).ToImmutableHashSet();
        if (assessment.ShowsPersonalValues || personal.IsEmpty) return assessment;

        var known = assessment.Profile.Columns.Where(static c => c.IsPersonal)
            .SelectMany(static c => c.TopValues.Select(static v => v.Value))
            .Concat(assessment.Findings.SelectMany(f => PrivateValues(f, personal).Take(100)));
        var profile = assessment.Profile with { Columns = [.. assessment.Profile.Columns.Select(static c => c.IsPersonal ? Hide(c) : c)] };
        var quotes = new Quotes(known);
        return assessment with
        {
            Profile = profile,
            Findings = [.. assessment.Findings.Select(f => Hide(f, personal))],
            Outcomes = [.. assessment.Outcomes.Select(o => o is Outcome.Ran ran ? ran with { Findings = [.. ran.Findings.Select(f => Hide(f, personal))] } : o)],
            Explanation = [.. assessment.Explanation.Select(s => s with { Paragraphs = [.. s.Paragraphs.Select(quotes.Hide)] })],
            Reference = assessment.Reference is { } reference ? reference with { Reasons = [.. reference.Reasons.Select(quotes.Hide)] } : null,
            Excerpt = new(assessment.Excerpt.Rows.ToImmutableSortedDictionary(static row => row.Key, row => HideRow(row.Value, personal))),
            ShowsPersonalValues = true,
        };
    }

    private static ColumnProfile Hide(ColumnProfile column) =>
        column with { TopValues = [], Numeric = null, Temporal = null };

    private static Finding Hide(Finding finding, ImmutableHashSet<int> personal)
    {
        var quotes = new Quotes(PrivateValues(finding, personal));
        if (quotes.IsEmpty && !finding.Columns.Any(c => personal.Contains(c.Ordinal))) return finding;
        return finding with
        {
            Title = quotes.Hide(finding.Title),
            Explanation = quotes.Hide(finding.Explanation),
            Evidence = [.. finding.Evidence.Select(e => e.Value is string text ? new(e.Key, quotes.Hide(text)) : e)],
            Cells = [.. finding.Cells.Select(cell => personal.Contains(cell.Column.Ordinal) ? Hide(cell) : cell with { Reason = quotes.HideFew(cell.Reason) })],
            Repair = finding.Repair is { } repair ? repair with { Description = quotes.Hide(repair.Description) } : null,
        };
    }

    private static SuspectCell Hide(SuspectCell cell) => cell with
    {
        Value = cell.Value is null ? null : Hidden,
        Reason = new Quotes([cell.Value, cell.Repair?.Value]).Hide(cell.Reason),
        Repair = cell.Repair is { Value: not null } ? new Replacement(Hidden) : cell.Repair,
    };

    private static ImmutableArray<string?> HideRow(ImmutableArray<string?> row, ImmutableHashSet<int> personal) =>
        [.. row.Select((value, at) => value is not null && personal.Contains(at) ? Hidden : value)];

    private static IEnumerable<string?> PrivateValues(Finding finding, ImmutableHashSet<int> personal) =>
        finding.Cells.Where(cell => personal.Contains(cell.Column.Ordinal)).SelectMany(static cell => new[] { cell.Value, cell.Repair?.Value });

    /// <summary>Values that sentences may quote, the longest first so that a part never uncovers the rest.</summary>
    private sealed class Quotes(IEnumerable<string?> values)
    {
        private readonly string[] _values = [.. values.OfType<string>().Where(static v => v.Length >= ShortestQuoted).Distinct().OrderByDescending(static v => v.Length)];

        public bool IsEmpty => _values.Length == 0;

        public string Hide(string text) => _values.Aggregate(text, static (left, value) => left.Replace(value, Hidden, StringComparison.Ordinal));

        /// <summary>For the many reasons of a finding: only while there are few values, so that the work stays linear.</summary>
        public string HideFew(string text) => _values.Length <= 100 ? Hide(text) : Hidden;
    }
}
