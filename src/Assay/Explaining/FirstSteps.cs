using Assays.Detectors;
using Assays.Findings;

namespace Assays.Explaining;

/// <summary>What to do first: what is certain by one command, then what weighs most, then what to decide before the data are used.</summary>
internal static class FirstSteps
{
    private const int MostSteps = 4;

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        var certain = evidence.Findings.Where(static f => f.Repair is { IsCertain: true }).ToList();
        if (certain.Count > 0)
        {
            var where = certain.SelectMany(static f => f.Columns.Take(1)).Select(static c => c.Label).Distinct().ToList();
            yield return $"Let 'assay repair' make what is certain{(where.Count == 0 ? "" : $" in {Wording.Join([.. where.Take(6)], where.Count - 6)}")}: it writes a new table and lists every change.";
        }

        var steps = evidence.Findings
            .Where(static f => f.Severity > Severity.Note && f.Repair is not { IsCertain: true })
            .Select(f => (Finding: f, Step: Step(f))).Where(static s => s.Step is not null)
            .DistinctBy(static s => s.Finding.Rule.Id).Take(MostSteps);
        foreach (var (_, step) in steps) yield return step!;

        foreach (var note in evidence.Findings.Where(static f => f.Severity == Severity.Note).DistinctBy(static f => f.Rule.Id).Select(Decision).OfType<string>()) yield return note;
    }

    private static string? Step(Finding finding)
    {
        var column = finding.Columns.IsEmpty ? "the table" : finding.Columns[0].Label;
        if (finding.Repair is { } repair) return $"{finding.Title}{(finding.Columns.IsEmpty ? "" : $" in {column}")}: {Lower(repair.Description)}";
        if (finding.Rule.Dimension == Dimension.Completeness) return $"Ask whether an empty {column} says something by itself before filling it in or leaving such rows out.";
        return $"Look at the {Wording.Count(Math.Max(1, finding.AffectedRows), "row")} with '{Lower(finding.Title)}' in {column}: nothing in the table says what would be right.";
    }

    private static string? Decision(Finding finding) => finding.Rule.Name switch
    {
        "redundant-columns" => "Before training, leave out one of each pair of columns that say the same, or the model counts the fact twice.",
        "gaps-by-group" => $"Do not drop the rows without {finding.Columns[0].Label}: they are not like the others.",
        _ => null,
    };

    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}
