using System.Collections.Immutable;
using Assays.Findings;

namespace Assays.Grading;

/// <summary>
/// Computes the grade from the findings. A finding costs
/// <c>100 · weight(severity) · confidence · √(share of rows) · √(share of columns)</c> points; penalties are taken one after the
/// other, each from what the larger ones left, so that they add up and the score never falls below 0. Square roots let a few
/// wrong cells be seen; shares instead of counts keep the grade the same on a sample. docs/grade.md explains the choice.
/// </summary>
public static class Grader
{
    private const double DimensionFactor = 2;

    /// <summary>Grades a table.</summary>
    /// <param name="findings">All findings.</param>
    /// <param name="rows">Rows of the table.</param>
    /// <param name="columns">Columns of the table.</param>
    /// <param name="examined">The dimensions that were looked at.</param>
    public static Grade Grade(ImmutableArray<Finding> findings, long rows, int columns, IEnumerable<Dimension> examined)
    {
        var costs = findings
            .Select(f => (Finding: f, Points: Points(f, rows, columns)))
            .Where(static cost => cost.Points > 0)
            .OrderByDescending(static cost => cost.Points).ThenBy(static cost => cost.Finding.Id, StringComparer.Ordinal)
            .ToImmutableArray();

        var left = 100.0;
        var leftIn = examined.Distinct().Order().ToDictionary(static d => d, static _ => 100.0);
        var penalties = ImmutableArray.CreateBuilder<Penalty>(costs.Length);
        foreach (var (finding, points) in costs)
        {
            var dimension = finding.Rule.Dimension;
            var inDimension = leftIn.GetValueOrDefault(dimension, 100) * Math.Min(1, DimensionFactor * points / 100);
            penalties.Add(new(finding.Id, dimension, left * points / 100, inDimension));
            left -= left * points / 100;
            leftIn[dimension] = leftIn.GetValueOrDefault(dimension, 100) - inDimension;
        }

        return new(new(left), [.. leftIn.OrderBy(static d => d.Key).Select(static d => new DimensionScore(d.Key, new(d.Value)))], penalties.ToImmutable());
    }

    /// <summary>What a finding would cost if it were the only one, 0 to 100 points.</summary>
    public static double Points(Finding finding, long rows, int columns)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var weight = finding.Severity switch { Severity.Error => 0.5, Severity.Warning => 0.25, _ => 0 };
        var rowShare = rows == 0 ? 1 : Math.Clamp((double)finding.AffectedRows / rows, 0, 1);
        var columnShare = finding.Columns.IsEmpty || columns == 0 ? 1 : Math.Min(1, (double)finding.Columns.Length / columns);
        return 100 * weight * finding.Confidence * Math.Sqrt(rowShare) * Math.Sqrt(columnShare);
    }
}
