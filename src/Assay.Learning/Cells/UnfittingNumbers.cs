using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Findings;
using Assays.Learning.Labels;
using Assays.Profiling;

namespace Assays.Learning.Cells;

/// <summary>Numbers that are usual in their column and not in their row: models of the other columns, which did not see the row, expect quite another.</summary>
/// <param name="mostCells">Cells that are looked at with normal effort at most; thorough effort looks at ten times as many.</param>
public sealed class UnfittingNumbers(int mostCells = 100_000) : Investigator
{
    private const int LeastRows = 100;
    private const int LeastNumbers = 20;
    private const double NumberShare = 0.95;

    private static readonly double[] _slips = [10, 100, 1000, 0.1, 0.01, 0.001];

    public override Rule Rule { get; } = new("AS0351", "unfitting-numbers", "Numbers that do not fit their rows", Dimension.Plausibility, Severity.Warning);

    public override string? NotApplicable(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        if (examination.Sample.Rows < LeastRows) return $"Fewer than {LeastRows} rows teach a model too little.";
        return Columns(examination).Any() ? null : "No column of numbers that differ and are no codes.";
    }

    public override Task<ImmutableArray<Finding>> InvestigateAsync(Table table, Examination examination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Task.Run(() => Investigate(examination, cancellationToken), cancellationToken);
    }

    private ImmutableArray<Finding> Investigate(Examination examination, CancellationToken cancellationToken)
    {
        var sample = examination.Sample;
        var rows = Chosen(sample, (examination.Effort == Effort.Thorough ? 10 * mostCells : mostCells) / sample.Columns.Length);
        var model = new NumberModel(FeatureTable.Of(sample, rows, []), rows, examination.Seed);
        var columns = Columns(examination).ToArray();
        var found = new List<Misfit>[columns.Length];
        var side = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, examination.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, columns.Length, side, i => found[i] = model.Find(columns[i]));

        // One wrong number makes the others of its row look wrong too: the least likely of a row takes the blame.
        var blamed = columns.SelectMany((column, i) => found[i].Select(misfit => (Column: i, Misfit: misfit)))
            .GroupBy(static f => f.Misfit.Row)
            .Select(static row => row.OrderByDescending(static f => f.Misfit.Probability).ThenBy(static f => f.Column).First())
            .ToLookup(static f => f.Column, static f => f.Misfit);
        return [.. blamed.OrderBy(static b => b.Key).Select(b => ToFinding(sample, columns[b.Key], [.. b.OrderBy(static m => m.Row)], rows.Length))];
    }

    private static IEnumerable<SampledColumn> Columns(Examination examination) => examination.Sample.Columns.Where(column =>
    {
        // The digits of codes and serial numbers have no size, and latitudes leap from one place to the next.
        if (examination.Profile[column.Column].Semantic is not (SemanticType.None or SemanticType.Measure or SemanticType.Currency or SemanticType.Percent)) return false;
        var (numeric, distinct) = (0, 0);
        for (var code = 0; code < column.Values.Length; code++)
        {
            if (double.IsNaN(column.Numbers[code])) continue;
            (numeric, distinct) = (numeric + column.Counts[code], distinct + 1);
        }

        return numeric >= LeastRows && numeric >= NumberShare * column.Present && distinct >= Math.Max(LeastNumbers, Math.Sqrt(numeric));
    });

    private static int[] Chosen(Sample sample, int most)
    {
        var rows = Enumerable.Range(0, sample.Rows).ToArray();
        if (rows.Length <= most) return rows;
        new Random(sample.Seed).Shuffle(rows);
        return [.. rows.Take(Math.Max(LeastRows, most)).Order()];
    }

    private Finding ToFinding(Sample sample, SampledColumn column, Misfit[] misfits, int looked)
    {
        ImmutableArray<SuspectCell> cells = [.. misfits.Select(m => ToCell(sample, column, m))];
        var rows = Math.Max(cells.Length, (long)Math.Round((double)cells.Length / looked * sample.TableRows));
        return new(Rule, [column.Column],
            $"{Count(cells.Length)} of {Count(looked)} numbers of {column.Column.Label} do not fit their rows. For instance in row {cells[0].Row}: {cells[0].Reason}")
        {
            Confidence = cells.Average(static c => c.Confidence),
            Cells = cells,
            AffectedRows = rows,
            AffectedCells = rows,
            Evidence = [new("rowsLookedAt", (long)looked), new("seed", (long)sample.Seed)],
            Repair = new("Look at these rows; a factor of ten, a hundred or a thousand is a slip of the unit.", false),
        };
    }

    private static SuspectCell ToCell(Sample sample, SampledColumn column, Misfit misfit)
    {
        var beside = string.Join(" and ", misfit.Speakers.Select(c => $"{c.Label} {sample[c][misfit.Row] ?? "missing"}"));
        var value = column[misfit.Row]!;
        var slip = _slips.FirstOrDefault(s => Math.Abs(Math.Log(misfit.Number / s / misfit.Expected)) < 0.15);
        return new(sample.RowNumbers[misfit.Row], column.Column, value, misfit.Probability,
            $"{column.Column.Label} is {value} beside {beside}; rows like it have about {Figure(misfit.Expected)}, from {Figure(misfit.Low)} to {Figure(misfit.High)}.",
            slip > 0 ? new((misfit.Number / slip).ToString("0.######", CultureInfo.InvariantCulture)) : null);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Figure(double number) => number.ToString(Math.Abs(number) >= 1000 ? "N0" : "G3", CultureInfo.InvariantCulture);
}
