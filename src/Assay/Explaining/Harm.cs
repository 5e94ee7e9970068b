using System.Globalization;
using Assays.Detectors;
using Assays.Findings;

namespace Assays.Explaining;

/// <summary>What is wrong, the most harmful first: findings of one rule are told together.</summary>
internal static class Harm
{
    private const int MostTold = 8;
    private const int MostColumns = 5;

    public static IEnumerable<string> Tell(Evidence evidence)
    {
        yield return Verdict(evidence);
        var costs = evidence.Grade.Penalties.ToLookup(static p => p.FindingId, static p => p.Overall);
        var groups = evidence.Findings.Where(static f => f.Severity > Severity.Note)
            .GroupBy(static f => f.Rule.Id)
            .OrderByDescending(g => g.Sum(f => costs[f.Id].Sum())).ThenBy(static g => g.Key, StringComparer.Ordinal).ToList();
        foreach (var group in groups.Take(MostTold)) yield return Sentence([.. group]);
        if (groups.Count > MostTold) yield return $"Less harmful: {Wording.Join([.. groups.Skip(MostTold).Select(static g => Lower(g.First().Rule.Title))])}.";

        var notes = evidence.Findings.Where(static f => f.Severity == Severity.Note).Select(static f => Lower(f.Rule.Title)).Distinct().ToList();
        if (notes.Count > 0) yield return $"To know, though no fault by itself: {Wording.Join(notes)}.";
    }

    private static string Verdict(Evidence evidence)
    {
        var grade = evidence.Grade;
        var points = $"{grade.Overall.Letter}, {grade.Overall.Value.ToString("0.0", CultureInfo.InvariantCulture)} of 100 points";
        if (grade.Penalties.IsEmpty) return $"Nothing that lowers the grade: {points}.";
        var worst = grade.Penalties.GroupBy(static p => p.Dimension).Select(static g => (Dimension: g.Key, Points: g.Sum(static p => p.Overall))).MaxBy(static d => d.Points);
        var lost = (100 - grade.Overall.Value).ToString("0.0", CultureInfo.InvariantCulture);
        return worst.Points < 1
            ? $"Little: the grade is {points}."
            : worst.Points > 100 - grade.Overall.Value - 0.05 ? $"The grade is {points}; what is lacking is lacking in {Name(worst.Dimension)}."
            : $"The grade is {points}; of the {lost} that are lacking, {worst.Points.ToString("0.0", CultureInfo.InvariantCulture)} go to {Name(worst.Dimension)}.";
    }

    private static string Sentence(List<Finding> findings)
    {
        if (findings is [var only]) return only.Explanation;
        var named = findings.Take(MostColumns).Select(Where).ToList();
        return $"{findings[0].Rule.Title}: {Wording.Join(named, findings.Count - named.Count)}. The worst of them: {findings[0].Explanation}";
    }

    private static string Where(Finding finding) =>
        $"{(finding.Columns.IsEmpty ? "the table" : finding.Columns[0].Label)} ({Wording.Count(finding.AffectedRows, "row")})";

    private static string Lower(string title) => title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Name(Dimension dimension) => dimension == Dimension.LabelQuality ? "label quality" : dimension.ToString().ToLowerInvariant();
}
