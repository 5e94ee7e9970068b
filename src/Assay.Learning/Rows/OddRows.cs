using System.Collections.Immutable;
using Assays.Data;
using Assays.Detectors;
using Assays.Engines;
using Assays.Findings;

namespace Assays.Learning.Rows;

/// <summary>
/// Rows whose values are each usual enough, and together are not: less likely than any row that a model of the table makes up itself,
/// however often it tries.
/// </summary>
/// <param name="margin">How much further from the usual row than the oddest made-up one a row must be, as a share of that one's distance.</param>
public sealed class OddRows(double margin = 0.1) : Investigator
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
        return examination.Sample.Rows >= LeastRows ? null : $"Fewer than {LeastRows} rows do not tell what is usual.";
    }

    public override Task<ImmutableArray<Finding>> InvestigateAsync(Table table, Examination examination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(examination);
        return Task.Run(() => Investigate(examination, cancellationToken), cancellationToken);
    }

    private ImmutableArray<Finding> Investigate(Examination examination, CancellationToken cancellationToken)
    {
        var sample = examination.Sample;
        // Names and addresses of persons tell little of the rest of a row, and must not be quoted.
        var columns = sample.Columns.Zip(examination.Profile.Columns).Where(static c => !c.Second.IsPersonal)
            .Select(static c => CoarseColumn.Of(c.First, c.Second)).OfType<CoarseColumn>().Take(MostColumns).ToArray();
        if (columns.Length < LeastColumns) return [];
        var tree = DependencyTree.Learn(columns, examination.Threads, cancellationToken);
        var limit = Limit(tree, columns.Length, sample.Rows, sample.Seed);
        var odd = Enumerable.Range(0, sample.Rows).Select(row => (Row: row, Surprise: tree.Surprise(row))).Where(row => row.Surprise > limit)
            .Select(row => new OddRow(row.Row, row.Surprise, Speakers(tree, columns.Length, row.Row)))
            .Where(static row => row.Speakers.Length > 1)
            .OrderByDescending(static row => row.Surprise).ThenBy(static row => row.Row).ToList();
        if (odd.Count == 0 || odd.Count > Math.Max(2, Kind * sample.Rows)) return [];

        ImmutableArray<Column> Named(IEnumerable<int> speakers) => [.. speakers.Take(Reasons).Select(column => columns[column].Column.Column)];
        var concerned = odd.SelectMany(static row => row.Speakers.Take(Reasons)).CountBy(static column => column).OrderByDescending(static c => c.Value).ThenBy(static c => c.Key).Select(static c => c.Key);
        var rows = (long)Math.Round((double)odd.Count / sample.Rows * sample.TableRows);
        return
        [
            new(Rule, Named(concerned), Explain(tree, columns, rows, odd[0], sample))
            {
                Confidence = 0.8,
                AffectedRows = rows,
                AffectedCells = (long)Math.Round(odd.Average(static row => row.Speakers.Length) * rows),
                WholeRows = [.. odd.Select(row => sample.RowNumbers[row.Row])],
                Evidence =
                [
                    new("surprise", odd[0].Surprise), new("limit", limit), new("rowsLookedAt", (long)sample.Rows),
                    .. odd.Take(RowsNamed).Select(row => KeyValuePair.Create<string, object>(
                        FormattableString.Invariant($"row {sample.RowNumbers[row.Row]}"), Wording.Join([.. Named(row.Speakers).Select(static c => c.Label)]))),
                ],
                Repair = new("Look at these rows: values may belong to another row or column.", IsCertain: false),
            },
        ];
    }

    private static string Explain(DependencyTree tree, CoarseColumn[] columns, long rows, OddRow oddest, Sample sample)
    {
        var reasons = oddest.Speakers.Where(column => tree.Counts(column, oddest.Row).Alike > LeastAlike).Take(Reasons).Select(column => Reason(tree, columns, column, oddest.Row)).ToList();
        return $"{Wording.Count(rows, "row", "is unlike all others: its", "are unlike all others: their")} values do not go together."
            + (reasons.Count == 0 ? "" : $" In row {sample.RowNumbers[oddest.Row]} {Wording.Join(reasons)}.");
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

    private static int[] Speakers(DependencyTree tree, int columns, int row) =>
    [
        .. Enumerable.Range(0, columns)
            .Select(column => (Column: column, Surprise: tree.Surprise(column, row)))
            .Where(static c => c.Surprise >= Surprising)
            .OrderByDescending(static c => c.Surprise)
            .Select(static c => c.Column),
    ];

    private static string Reason(DependencyTree tree, CoarseColumn[] columns, int column, int row)
    {
        var (alike, same) = tree.Counts(column, row);
        var parent = tree.Parent(column) < 0 ? null : columns[tree.Parent(column)];
        var (beside, like) = parent is null ? ("", "") : ($" beside {parent.Column.Column.Label} {Say(parent, row)}", $" with such {parent.Column.Column.Label}");
        return FormattableString.Invariant($"{columns[column].Column.Column.Label} is {Say(columns[column], row)}{beside} ({same - 1:#,0} of {alike - 1:#,0} other rows{like})");
    }

    private static string Say(CoarseColumn column, int row) => column.Column[row] is { } text ? Wording.Quote(text) : "missing";

    /// <param name="Speakers">The columns whose values surprise, the most surprising first.</param>
    private sealed record OddRow(int Row, double Surprise, int[] Speakers);
}
