using Assays.Data;
using Assays.Findings;
using Assays.Profiling;

namespace Assays.Detectors.Uniqueness;

/// <summary>Columns that are meant to tell rows apart, and in which a few values come more than once.</summary>
/// <param name="broken">The largest share of rows with a repeated value at which a column is still a key that broke, and no mere column.</param>
/// <param name="fewestRows">Rows that a table needs for uniqueness to mean something.</param>
public sealed class BrokenKeys(double broken = 0.02, int fewestRows = 50) : Detector
{
    private const double CellConfidence = 0.6;

    /// <summary>Whole numbers that fill their range this densely were counted up, whatever the column is called.</summary>
    private const double Dense = 0.8;

    public override Rule Rule { get; } = new("AS0403", "broken-keys", "Key with repeated values", Dimension.Uniqueness, Severity.Error);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var values in examination.Sample.Columns)
        {
            var surplus = values.Present - values.Values.Length;
            if (values.Present < fewestRows || surplus == 0 || surplus > broken * values.Present) continue;
            if (!IsMeantAsKey(values, examination.Profile[values.Column])) continue;
            var repeats = Repeats(examination.Sample, values);
            if (repeats.Count > 0) yield return Report(examination, values, repeats);
        }
    }

    private Finding Report(Examination examination, SampledColumn values, List<(int Row, int First)> repeats)
    {
        var sample = examination.Sample;
        var example = examination.Profile[values.Column].IsPersonal ? "" : $", such as {Wording.List([.. repeats.Select(repeat => values[repeat.Row]!).Distinct()])}";
        return new(Rule, [values.Column],
            $"{values.Column.Label} tells rows apart everywhere but in {Wording.Count(repeats.Count, "row")}, which repeat a value of an earlier, different row{example}.")
        {
            Confidence = CellConfidence,
            AffectedRows = repeats.Count,
            AffectedCells = repeats.Count,
            Evidence = [new("repeats", (long)repeats.Count), new("uniqueShare", (double)values.Values.Length / values.Present)],
            Cells =
            [
                .. repeats.Select(repeat => new SuspectCell(
                    sample.RowNumbers[repeat.Row], values.Column, values[repeat.Row], CellConfidence,
                    FormattableString.Invariant($"Row {sample.RowNumbers[repeat.First]} has the same value in a column that tells all other rows apart."))),
            ],
        };
    }

    private static bool IsMeantAsKey(SampledColumn values, ColumnProfile profile)
    {
        if (profile.Semantic is SemanticType.Uuid) return true;
        if (profile.Semantic is SemanticType.Identifier) return IsNamed(values.Column) || IsDense(values);
        return IsDense(values) && profile.Semantic is SemanticType.None or SemanticType.Measure or SemanticType.Code;
    }

    private static bool IsNamed(Column column) => ColumnName.Of(column.Name).HasAny("id", "key", "uuid", "guid", "number", "no", "nr", "code", "index", "ref", "pk");

    private static bool IsDense(SampledColumn values)
    {
        var (low, high, whole) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (var number in values.Numbers)
        {
            if (double.IsNaN(number)) continue;
            if (number != Math.Floor(number)) return false;
            (low, high, whole) = (Math.Min(low, number), Math.Max(high, number), whole + 1);
        }

        return whole >= 0.98 * values.Values.Length && whole >= Dense * (high - low + 1);
    }

    /// <summary>Rows that repeat the value of an earlier row without being its copy: copies are another rule's.</summary>
    private static List<(int Row, int First)> Repeats(Sample sample, SampledColumn values)
    {
        var first = new int[values.Values.Length];
        Array.Fill(first, -1);
        var repeats = new List<(int, int)>();
        for (var row = 0; row < sample.Rows; row++)
        {
            var code = values.Codes[row];
            if (code < 0) continue;
            if (first[code] < 0) first[code] = row;
            else if (sample.Columns.Any(other => other.Codes[row] != other.Codes[first[code]])) repeats.Add((row, first[code]));
        }

        return repeats;
    }
}
