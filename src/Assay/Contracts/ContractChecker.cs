using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Assays.Contracts.Clauses;
using Assays.Data;
using Assays.Engines;
using Assays.Findings;
using Assays.Sql;

namespace Assays.Contracts;

/// <summary>
/// Checks the clauses of a contract in the engine: figures that are aggregates in one scan, in a second one those of demands that a few extremes
/// could not prove to be kept; a query each for the others, and for every broken clause one query that lists its rows.
/// </summary>
public static class ContractChecker
{
    /// <summary>The id of the rule that every demand of a contract has.</summary>
    public const string RuleId = "AS1001";

    /// <summary>Rows listed for one broken clause.</summary>
    public const int MaxRows = 10_000;

    /// <returns>An outcome for each clause, in their order.</returns>
    public static async Task<ImmutableArray<Outcome>> CheckAsync(Table table, ImmutableArray<Clause> clauses, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        clauses = [.. clauses.Select(clause => Askable(table, clause))];
        var figures = await AggregatesAsync(table, clauses, cancellationToken);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>(clauses.Length);
        foreach (var clause in clauses)
        {
            try
            {
                outcomes.Add(await CheckAsync(table, clause, figures, cancellationToken));
            }
            catch (DbException error)
            {
                outcomes.Add(new Outcome.Failed(clause.Rule, $"The engine cannot compute it: {error.Message.Split('\n')[0]}"));
            }
            catch (InputException error)
            {
                outcomes.Add(new Outcome.Failed(clause.Rule, error.Message));
            }
        }

        return outcomes.MoveToImmutable();
    }

    /// <summary>The clause, or what says that the engine has no words for it.</summary>
    private static Clause Askable(Table table, Clause clause)
    {
        try
        {
            if (clause.Aggregate is { } aggregate) table.Dialect.Render(aggregate);
            return clause;
        }
        catch (InputException refusal)
        {
            return new UncheckedClause(clause.Kind, clause.Title, refusal.Message) { Columns = clause.Columns, Dimension = clause.Dimension, Severity = clause.Severity };
        }
    }

    private static async Task<Outcome> CheckAsync(Table table, Clause clause, Dictionary<Clause, double> figures, CancellationToken cancellationToken)
    {
        if (clause is UncheckedClause { Why: var why }) return new Outcome.Skipped(clause.Rule, why);
        if (clause is SchemaClause { Complaint: var complaint }) return new Outcome.Ran(clause.Rule, [new(clause.Rule, [], complaint) { AffectedRows = table.Rows }]);
        if (!figures.TryGetValue(clause, out var figure)) figure = await AskAsync(table, clause.Query(table)!, cancellationToken);

        var compared = clause.InPercent && clause.FailingRows(table.From) is not null ? table.Rows == 0 ? 0 : 100 * figure / table.Rows : figure;
        return new Outcome.Ran(clause.Rule, clause.Expectation.Holds(compared) ? [] : [await FindAsync(table, clause, figure, compared, cancellationToken)]) { Columns = clause.Columns };
    }

    /// <summary>The figures that are aggregates: first those that cannot be proved to be none, and in a second scan those that could have been.</summary>
    private static async Task<Dictionary<Clause, double>> AggregatesAsync(Table table, ImmutableArray<Clause> clauses, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<Clause, double>(ReferenceEqualityComparer.Instance);
        var first = await SharedScan.RunAsync(table, clauses.SelectMany(static c => c.Proof?.Figures ?? (c.Aggregate is { } figure ? [figure] : [])), cancellationToken);
        var open = new List<Clause>();
        foreach (var clause in clauses.Where(static c => c.Aggregate is not null))
        {
            if (clause.Proof is not { } proof) figures[clause] = Figure.Read(first[clause.Aggregate!]);
            else if (proof.Holds(first[proof.Figures])) figures[clause] = 0;
            else open.Add(clause);
        }

        var second = await SharedScan.RunAsync(table, open.Select(static c => c.Aggregate!), cancellationToken);
        foreach (var clause in open) figures[clause] = Figure.Read(second[clause.Aggregate!]);
        return figures;
    }

    private static async Task<double> AskAsync(Table table, SqlText query, CancellationToken cancellationToken)
    {
        var figure = double.NaN;
        await foreach (var row in table.QueryAsync(query, cancellationToken)) figure = Figure.Read(row[0]);
        return figure;
    }

    private static async Task<Finding> FindAsync(Table table, Clause clause, double figure, double compared, CancellationToken cancellationToken)
    {
        var condition = clause.FailingRows(table.From);
        var cells = condition is null || clause.Columns.IsEmpty || clause.RanksRows && !table.Dialect.RanksRows ? [] : await CellsAsync(table, clause, condition, cancellationToken);
        var rows = condition is null ? table.Rows : (long)figure;
        return new(clause.Rule, clause.Columns, Explain(clause, table.Rows, figure, compared, cells))
        {
            Aspect = clause.Title,
            Title = $"Broken: {clause.Title}",
            Evidence =
            [
                new("actual", compared), new("expected", clause.Expectation.ToString()),
                .. clause.Reason is null ? [] : new KeyValuePair<string, object>[] { new("why", clause.Reason) },
            ],
            Cells = cells,
            AffectedRows = rows,
            AffectedCells = condition is null ? 0 : rows,
            Rows = condition,
        };
    }

    private static async Task<ImmutableArray<SuspectCell>> CellsAsync(Table table, Clause clause, SqlText condition, CancellationToken cancellationToken)
    {
        var column = clause.Columns[0];
        var text = SqlText.Call(SqlFunction.Text, SqlText.Of($"{column}"));
        var cells = ImmutableArray.CreateBuilder<SuspectCell>();
        var query = SqlText.Of($"SELECT {table.RowNumber}, {text} FROM {table.From} WHERE {condition} ORDER BY {table.RowNumber} LIMIT {MaxRows}");
        await foreach (var row in table.QueryAsync(query, cancellationToken))
        {
            cells.Add(new(Convert.ToInt64(row[0], CultureInfo.InvariantCulture), column, row[1] as string, 1, $"The contract says that {clause.Title}."));
        }

        return cells.ToImmutable();
    }

    private static string Explain(Clause clause, long rows, double figure, double compared, ImmutableArray<SuspectCell> cells)
    {
        var expected = $"the contract wants {clause.Expectation}{(clause.InPercent ? " %" : "")}";
        if (clause.FailingRows(SqlText.Of($"")) is null)
        {
            return double.IsNaN(figure)
                ? $"There is no figure for the demand that {clause.Title}; {expected}."
                : string.Create(CultureInfo.InvariantCulture, $"The figure for the demand that {clause.Title} is {compared:#,0.######}; {expected}.");
        }

        var examples = cells.Select(static c => c.Value).OfType<string>().Distinct(StringComparer.Ordinal).Take(3).Select(static v => $"'{v}'").ToArray();
        var such = examples.Length == 0 ? "" : $", such as {string.Join(", ", examples)}";
        var allowed = clause.Expectation == Expectation.None ? "" : $"; {expected}";
        return string.Create(CultureInfo.InvariantCulture, $"{figure:#,0} of {rows:#,0} rows break the demand that {clause.Title}{such}{allowed}.");
    }
}
