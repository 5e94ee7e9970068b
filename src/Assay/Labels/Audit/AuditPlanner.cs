using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Labels.Audit;

/// <summary>How rows are drawn for a person to look at.</summary>
public enum AuditDraw
{
    /// <summary>Every row alike.</summary>
    Simple,

    /// <summary>Each class by its share, and some of each.</summary>
    Classes,

    /// <summary>Suspicious rows more often, which the estimate undoes.</summary>
    Suspects,
}

/// <summary>Draws rows for an audit, and writes down what a person needs to judge them.</summary>
public static class AuditPlanner
{
    /// <summary>Rows that one query names at most.</summary>
    private const int RowsPerQuery = 500;

    /// <summary>A sheet of row numbers, for labels that are kept elsewhere.</summary>
    /// <param name="rows">Rows there are.</param>
    /// <param name="size">Rows to look at.</param>
    /// <param name="seed">Chooses them.</param>
    public static AuditSheet Plan(int rows, int size, int seed)
    {
        var drawn = AuditStrata.Draw(new int[rows], [Math.Min(rows, size)], new Random(seed));
        return new([], [.. drawn.Select(row => new AuditLine(row, "all", rows, null, "", null, []))]);
    }

    /// <summary>A sheet of rows of a table with all their columns; rows without a label are not drawn.</summary>
    /// <param name="table">The table.</param>
    /// <param name="label">Its label.</param>
    /// <param name="size">Rows to look at.</param>
    /// <param name="draw">How they are drawn.</param>
    /// <param name="suspicion">By record number the probability that the label is wrong, for draws by suspicion.</param>
    /// <param name="seed">Chooses the rows.</param>
    /// <exception cref="InputException">The column holds no label.</exception>
    public static async Task<AuditSheet> PlanAsync(
        Table table, Column label, int size, AuditDraw draw, IReadOnlyDictionary<long, double>? suspicion, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(label);
        var (rows, labels) = await LabelsAsync(table, label, cancellationToken);
        if (rows.Count == 0) throw new InputException($"Column '{label.Label}' holds no label.");
        var (stratum, names, allocated, expected) = Divide(rows, labels, Math.Min(size, rows.Count), draw, suspicion);
        var drawn = AuditStrata.Draw(stratum, allocated, new Random(seed));
        var counts = stratum.CountBy(static h => h).ToDictionary();
        ImmutableArray<Column> context = [.. table.Schema.Columns.Where(c => c != label)];
        var cells = await CellsAsync(table, context, [.. drawn.Select(i => rows[i])], cancellationToken);
        return new(
            [.. context.Select(static c => c.Name)],
            [.. drawn.Select(i => new AuditLine(rows[i], names[stratum[i]], counts[stratum[i]], expected?[stratum[i]], labels[i], null, cells[rows[i]]))]);
    }

    private static (int[] Stratum, IReadOnlyList<string> Names, int[] Allocated, double[]? Expected) Divide(
        List<long> rows, List<string> labels, int size, AuditDraw draw, IReadOnlyDictionary<long, double>? suspicion)
    {
        if (draw == AuditDraw.Classes)
        {
            var classes = ClassNames.Sort(labels);
            var codes = classes.Select(static (name, code) => (name, code)).ToDictionary(static p => p.name, static p => p.code, StringComparer.Ordinal);
            int[] byClass = [.. labels.Select(name => codes[name])];
            return (byClass, classes, AuditStrata.AllocateEvenly(byClass, size), null);
        }

        if (draw == AuditDraw.Simple || suspicion is null) return (new int[rows.Count], ["all"], [size], null);

        // A row that was not judged is as suspicious as the others are on average.
        var usual = suspicion.Count == 0 ? 0.05 : suspicion.Values.Average();
        double[] wrong = [.. rows.Select(row => suspicion.GetValueOrDefault(row, usual))];
        var stratum = AuditStrata.BySuspicion(wrong);
        string[] names = [.. Enumerable.Range(1, stratum.Max() + 1).Select(static h => string.Create(CultureInfo.InvariantCulture, $"suspicion {h}"))];
        return (stratum, names, AuditStrata.Allocate(stratum, wrong, size), AuditStrata.Expected(stratum, wrong));
    }

    private static async Task<(List<long> Rows, List<string> Labels)> LabelsAsync(Table table, Column label, CancellationToken cancellationToken)
    {
        var (rows, labels) = (new List<long>(), new List<string>());
        var text = SqlText.Call(SqlFunction.Text, SqlText.Of($"{label}"));
        var row = 0L;
        await foreach (var cells in table.QueryAsync(SqlText.Of($"SELECT {text} FROM {table.From} ORDER BY {table.RowNumber}"), cancellationToken))
        {
            if (cells[0] is string { Length: > 0 } given)
            {
                rows.Add(row);
                labels.Add(given);
            }

            row++;
        }

        return (rows, labels);
    }

    private static async Task<Dictionary<long, ImmutableArray<string?>>> CellsAsync(Table table, ImmutableArray<Column> columns, long[] rows, CancellationToken cancellationToken)
    {
        var result = new Dictionary<long, ImmutableArray<string?>>();
        var texts = SqlText.Join(", ", columns.Select(static c => SqlText.Call(SqlFunction.Text, SqlText.Of($"{c}"))).Prepend(table.RowNumber));
        foreach (var batch in rows.Chunk(RowsPerQuery))
        {
            var query = SqlText.Of($"SELECT {texts} FROM {table.From} WHERE {table.RowNumber} IN ({SqlText.Join(", ", batch.Select(static row => SqlText.Of($"{row}")))})");
            await foreach (var cells in table.QueryAsync(query, cancellationToken))
            {
                result[Convert.ToInt64(cells[0], CultureInfo.InvariantCulture)] = [.. cells.Skip(1).Select(static c => (string?)c)];
            }
        }

        return result;
    }
}
