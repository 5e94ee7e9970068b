using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Findings;

namespace Assays.Learning.Rows;

/// <summary>
/// Rows whose values are each usual enough, and together are not: less likely than any row that a model of the table makes up itself,
/// however often it tries.
/// </summary>
/// <param name="margin">How much further from the usual row than the oddest made-up one a row must be, as a share of that one's distance.</param>
public sealed class OddRows(double margin = 0.1) : Detector
{
    private const int LeastRows = 100;
    private const int LeastColumns = 3;

    /// <summary>Columns that are looked at, the first; every pair of them is.</summary>
    private const int MostColumns = 100;

    private const int LeastMadeUp = 50_000;
    private const int MostMadeUp = 300_000;

    /// <summary>The share of odd rows from which they are a kind of rows and not odd.</summary>
    private const double Kind = 0.01;

    /// <summary>The surprise in nats from which a value has its part in it.</summary>
    private const double Surprising = 4;

    private const int Reasons = 3;

    /// <summary>Rows of which the columns that do not go together are named.</summary>
    private const int RowsNamed = 10;

    /// <summary>Rows alike from which it says something that none of them has such a value.</summary>
    private const int LeastAlike = 20;

    public override Rule Rule { get; } = new("AS0602", "odd-rows", "Rows unlike all others", Dimension.Plausibility, Severity.Warning);

    public override string? NotApplicable(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        if (examination.Effort == Effort.Quick) return "Models of the data are not trained with quick effort.";
        return examination.Sample.Rows >= LeastRows ? null : $"Fewer than {LeastRows} rows do not tell what is usual.";
    }

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        ArgumentNullException.ThrowIfNull(examination);
        var sample = examination.Sample;
        // Names and addresses of persons tell little of the rest of a row, and must not be quoted.
        var columns = sample.Columns.Zip(examination.Profile.Columns).Where(static c => !c.Second.IsPersonal)
            .Select(static c => CoarseColumn.Of(c.First, c.Second)).OfType<CoarseColumn>().Take(MostColumns).ToArray();
        if (columns.Length < LeastColumns) yield break;
        var tree = DependencyTree.Learn(columns, examination.Threads);
        var limit = Limit(tree, columns.Length, sample.Rows, sample.Seed);
        var odd = Enumerable.Range(0, sample.Rows).Select(row => (Row: row, Surprise: tree.Surprise(row)))
            .Where(row => row.Surprise > limit && Speakers(tree, columns, row.Row).Skip(1).Any())
            .OrderByDescending(static row => row.Surprise).ThenBy(static row => row.Row).ToList();
        if (odd.Count == 0 || odd.Count > Math.Max(2, Kind * sample.Rows)) yield break;

        var rows = (long)Math.Round((double)odd.Count / sample.Rows * sample.TableRows);
        yield return new(Rule, Concerned(tree, columns, odd.Select(static row => row.Row)), Explain(tree, columns, rows, odd[0].Row, sample))
        {
            Confidence = 0.8,
            AffectedRows = rows,
            AffectedCells = (long)Math.Round(odd.Average(row => Speakers(tree, columns, row.Row).Count()) * rows),
            WholeRows = [.. odd.Select(row => sample.RowNumbers[row.Row])],
            Evidence =
            [
                new("surprise", odd[0].Surprise), new("limit", limit), new("rowsLookedAt", (long)sample.Rows),
                .. odd.Take(RowsNamed).Select(row => KeyValuePair.Create<string, object>(
                    FormattableString.Invariant($"row {sample.RowNumbers[row.Row]}"), Wording.Join([.. Speakers(tree, columns, row.Row).Take(Reasons).Select(column => columns[column].Column.Column.Label)]))),
            ],
            Repair = new("Look at these rows: values may belong to another row or column.", IsCertain: false),
        };
    }

    private static string Explain(DependencyTree tree, CoarseColumn[] columns, long rows, int oddest, Sample sample)
    {
        var reasons = Speakers(tree, columns, oddest).Where(column => tree.Counts(column, oddest).Alike > LeastAlike).Take(Reasons).Select(column => Reason(tree, columns, column, oddest)).ToList();
        return $"{Wording.Count(rows, "row")} {(rows == 1 ? "is unlike all others: its" : "are unlike all others: their")} values do not go together."
            + (reasons.Count == 0 ? "" : $" In row {sample.RowNumbers[oddest]} {Wording.Join(reasons)}.");
    }

    /// <summary>The surprise above which a row is odd.</summary>
    private double Limit(DependencyTree tree, int columns, int rows, int seed)
    {
        var random = new Random(seed);
        var levels = new int[columns];
        var made = new double[Math.Clamp(5 * rows, LeastMadeUp, MostMadeUp)];
        for (var i = 0; i < made.Length; i++) made[i] = tree.Imagine(random, levels);
        Array.Sort(made);
        return made[^1] + (margin * (made[^1] - made[made.Length / 2]));
    }

    /// <summary>The columns whose values surprise in a row, the most surprising first.</summary>
    private static IEnumerable<int> Speakers(DependencyTree tree, CoarseColumn[] columns, int row) => Enumerable.Range(0, columns.Length)
        .Select(column => (Column: column, Surprise: tree.Surprise(column, row)))
        .Where(static c => c.Surprise >= Surprising)
        .OrderByDescending(static c => c.Surprise)
        .Select(static c => c.Column);

    private static ImmutableArray<Column> Concerned(DependencyTree tree, CoarseColumn[] columns, IEnumerable<int> rows) =>
        [.. rows.SelectMany(row => Speakers(tree, columns, row).Take(Reasons)).CountBy(static column => column).OrderByDescending(static c => c.Value).ThenBy(static c => c.Key).Take(Reasons).Select(c => columns[c.Key].Column.Column)];

    private static string Reason(DependencyTree tree, CoarseColumn[] columns, int column, int row)
    {
        var (alike, same) = tree.Counts(column, row);
        var parent = tree.Parent(column) < 0 ? null : columns[tree.Parent(column)];
        var (beside, like) = parent is null ? ("", "") : ($" beside {parent.Column.Column.Label} {Say(parent, row)}", $" with such {parent.Column.Column.Label}");
        return FormattableString.Invariant($"{columns[column].Column.Column.Label} is {Say(columns[column], row)}{beside} ({same - 1:#,0} of {alike - 1:#,0} other rows{like})");
    }

    private static string Say(CoarseColumn column, int row) => column.Column[row] is { } text ? Wording.Quote(text) : "missing";
}
