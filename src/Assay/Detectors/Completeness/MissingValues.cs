using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Profiling;
using Assays.Sql;

namespace Assays.Detectors.Completeness;

/// <summary>Columns in which values are absent; where the column is otherwise complete, the gaps themselves.</summary>
/// <param name="tolerated">The largest share of missing values that is only a note.</param>
/// <param name="harmful">The share of missing values from which on they are a problem for certain; in between it is the less likely the fewer they are.</param>
/// <param name="rare">The largest share of missing values at which a single gap is an accident and not a property of the column.</param>
public sealed class MissingValues(double tolerated = 0.03, double harmful = 0.1, double rare = 0.005) : Detector
{
    private const double GapConfidence = 0.6;

    public override Rule Rule { get; } = new("AS0101", "missing-values", "Missing values", Dimension.Completeness, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Profile.Columns)
        {
            if (column.Missing == 0 || column.Present == 0) continue;
            var gaps = column.MissingShare <= rare ? UnexplainedGaps(examination, examination.Sample[column.Column]) : [];
            yield return gaps.IsEmpty ? Whole(column) : Accidents(column, gaps, examination.Sample);
        }
    }

    private Finding Whole(ColumnProfile column) =>
        new(Rule, [column.Column],
            $"{column.Column.Label} is missing in {Wording.Percent(column.MissingShare)} of the rows ({Wording.Count(column.Missing, "row")} of {column.Rows:N0}).")
        {
            Severity = column.MissingShare <= tolerated ? Severity.Note : Severity.Warning,
            Confidence = column.MissingShare <= tolerated ? 1 : Math.Min(1, (column.MissingShare - tolerated) / (harmful - tolerated)),
            AffectedRows = column.Missing,
            AffectedCells = column.Missing,
            Evidence = [new("missingShare", column.MissingShare)],
        };

    private Finding Accidents(ColumnProfile column, ImmutableArray<int> gaps, Sample sample) =>
        new(Rule, [column.Column],
            $"{column.Column.Label} is there in nearly every row, but missing in {Wording.Count(column.Missing, "row")} of {column.Rows:N0} for no reason that the other columns show.")
        {
            Confidence = GapConfidence,
            AffectedRows = column.Missing,
            AffectedCells = column.Missing,
            Evidence = [new("missingShare", column.MissingShare)],
            Cells = [.. gaps.Select(row => new SuspectCell(
                sample.RowNumbers[row], column.Column, null, GapConfidence, "The column has a value in nearly every other row, and the rest of this row is complete."))],
            Rows = Absent(column.Column),
        };

    private static SqlText Absent(Column column) => column.Kind == ColumnKind.Text
        ? SqlText.Of($"({column} IS NULL OR {column} = '')")
        : SqlText.Of($"{column} IS NULL");

    /// <summary>
    /// The rows whose gap is an accident: nothing else is missing in them that is usually there, and no other column
    /// tells by its value that this one is to be missing. None when most of the gaps have such a reason.
    /// </summary>
    private static ImmutableArray<int> UnexplainedGaps(Examination examination, SampledColumn column)
    {
        var sample = examination.Sample;
        var gaps = new List<int>();
        for (var row = 0; row < sample.Rows; row++)
        {
            if (column.Codes[row] < 0) gaps.Add(row);
        }

        // A share this small says nothing in a table of a few rows.
        if (gaps.Count == 0) return [];
        if (sample.Columns.Any(other => other.Column != column.Column && Foretells(other, gaps))) return [];
        var alone = gaps.Where(row => sample.Columns.All(other =>
            other.Column == column.Column || other.Codes[row] >= 0 || examination.Profile[other.Column].MissingShare > 0.05)).ToImmutableArray();
        return 2 * alone.Length > gaps.Count ? alone : [];
    }

    /// <summary>Whether one value of another column holds most of the gaps and is mostly without a value here.</summary>
    private static bool Foretells(SampledColumn other, List<int> gaps)
    {
        var usual = gaps.Select(row => other.Codes[row]).Where(static code => code >= 0).CountBy(static code => code)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).FirstOrDefault();
        return usual.Value >= 2 && 2 * usual.Value > gaps.Count && 2 * usual.Value > other.Counts[usual.Key];
    }
}
