using System.Collections.Immutable;
using Assays.Data;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Detectors;

/// <summary>
/// The distinct values of one column that a detector holds for wrong, on their way into a finding: each value is judged once,
/// and every row that has it becomes a cell.
/// </summary>
internal sealed class SuspectValues(Examination examination, Column column)
{
    /// <summary>Values that a condition names at most; beyond that the sample's counts are scaled up instead.</summary>
    private const int MostNamed = 500;

    private readonly SampledColumn _values = examination.Sample[column];
    private readonly SortedDictionary<int, Verdict> _verdicts = [];

    /// <summary>Distinct values held for wrong.</summary>
    public int Distinct => _verdicts.Count;

    /// <summary>Rows of the sample that have one of them.</summary>
    public int Rows { get; private set; }

    /// <summary>The share of present values, weighted by rows, that are held for wrong.</summary>
    public double Share => _values.Present == 0 ? 0 : (double)Rows / _values.Present;

    /// <summary>The most frequent of them, quoted; why they are not shown where values are personal.</summary>
    public string Examples => examination.Profile[column].IsPersonal
        ? "values not shown because they are personal"
        : Wording.List([.. _verdicts.Keys.OrderByDescending(code => _values.Counts[code]).ThenBy(static code => code).Select(code => _values.Values[code])]);

    /// <summary>The end of a sentence: the most frequent of them, quoted, or why they are not shown.</summary>
    public string SuchAs => examination.Profile[column].IsPersonal ? " (not shown, as they are personal)" : $", such as {Examples}";

    public bool Contains(int code) => _verdicts.ContainsKey(code);

    /// <summary>Holds a distinct value for wrong.</summary>
    /// <param name="code">Its index among the column's values.</param>
    /// <param name="confidence">The probability, 0 to 1, that it is wrong.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <param name="repair">What it should be, when that is known.</param>
    public void Add(int code, double confidence, string reason, Replacement? repair = null)
    {
        if (_verdicts.TryAdd(code, new(confidence, reason, repair))) Rows += _values.Counts[code];
    }

    /// <summary>Completes a finding with the cells, the counts, the mean confidence and the condition that finds the rows.</summary>
    /// <param name="finding">The finding so far.</param>
    /// <param name="condition">A condition that picks the rows better than naming the values, which only knows those of the sample.</param>
    public Finding Complete(Finding finding, SqlText? condition = null)
    {
        var cells = ImmutableArray.CreateBuilder<SuspectCell>(Rows);
        for (var row = 0; row < examination.Sample.Rows; row++)
        {
            var code = _values.Codes[row];
            if (code < 0 || !_verdicts.TryGetValue(code, out var verdict)) continue;
            cells.Add(new(examination.Sample.RowNumbers[row], column, _values.Values[code], verdict.Confidence, verdict.Reason, verdict.Repair));
        }

        return finding with
        {
            Cells = cells.ToImmutable(),
            AffectedRows = cells.Count,
            AffectedCells = cells.Count,
            Confidence = cells.Count == 0 ? finding.Confidence : cells.Average(static cell => cell.Confidence),
            Rows = condition ?? Named(),
        };
    }

    private SqlText? Named() => _verdicts.Count is 0 or > MostNamed
        ? null
        : SqlText.Of($"{SqlText.Call(SqlFunction.Text, SqlText.Of($"{column}"))} IN ({SqlText.Join(", ", _verdicts.Keys.Select(code => SqlText.Of($"{_values.Values[code]}")))})");

    private readonly record struct Verdict(double Confidence, string Reason, Replacement? Repair);
}
