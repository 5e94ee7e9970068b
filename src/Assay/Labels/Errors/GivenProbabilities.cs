using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Engines;
using Assays.Sql;

namespace Assays.Labels.Errors;

/// <summary>Reads a model's probabilities from a table: a column a class, named <c>p_class</c> or as the class, in the order of the rows.</summary>
public static class GivenProbabilities
{
    /// <param name="table">The probabilities.</param>
    /// <param name="labels">The labels that they are about.</param>
    /// <param name="rows">Rows of the table of labels; the probabilities have as many.</param>
    /// <exception cref="InputException">They do not fit the labels; the message says in what.</exception>
    public static async Task<ClassProbabilities> ReadAsync(Table table, GivenLabels labels, long rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(labels);
        if (table.Rows != rows)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"The probabilities have {table.Rows} rows and the table has {rows}: give one row for each, in the same order."));
        }

        var columns = Match(table.Schema, labels.Classes);
        ImmutableArray<string> classes = [.. columns.Select(static c => c.Class)];
        var values = new double[labels.Rows.Length * classes.Length];
        var (row, next) = (0, 0);
        var numbers = SqlText.Join(", ", columns.Select(static c => SqlText.Call(SqlFunction.Number, SqlText.Of($"{c.Column}"))));
        await foreach (var cells in table.QueryAsync(SqlText.Of($"SELECT {numbers} FROM {table.From} ORDER BY {table.RowNumber}"), cancellationToken))
        {
            if (next < labels.Rows.Length && labels.Rows[next] == row)
            {
                for (var k = 0; k < classes.Length; k++)
                {
                    values[next * classes.Length + k] = cells[k] is null ? double.NaN : Convert.ToDouble(cells[k], CultureInfo.InvariantCulture);
                }

                next++;
            }

            row++;
        }

        return new ClassProbabilities(classes, values).Normalised();
    }

    /// <summary>The columns of the labels' classes in their order, then those of classes that no label names.</summary>
    private static (string Class, Column Column)[] Match(Schema schema, ImmutableArray<string> classes)
    {
        var found = classes.Select(name => (Class: name, Column: schema.Find($"p_{name}") ?? schema.Find(name))).ToArray();
        if (Array.Find(found, static f => f.Column is null) is { Class: { } missing })
        {
            throw new InputException(
                $"No column of the probabilities is for the label '{missing}': name it 'p_{missing}'. The columns are: {string.Join(", ", schema.Columns.Take(20).Select(static c => c.Label))}.");
        }

        var others = schema.Columns.Where(c => c.Name.StartsWith("p_", StringComparison.Ordinal) && !found.Any(f => f.Column == c)).Select(static c => (c.Name[2..], c));
        return [.. found.Select(static f => (f.Class, f.Column!)), .. others];
    }
}
