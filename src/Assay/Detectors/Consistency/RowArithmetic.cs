using System.Collections.Immutable;
using System.Globalization;
using Assays.Data;
using Assays.Profiling;
using Assays.Sql;

namespace Assays.Detectors.Consistency;

/// <summary>A sum or a product, row by row.</summary>
internal sealed class RowArithmetic(Sample sample, ArithmeticRelation relation)
{
    /// <summary>What the last digits of a computed number may be off by.</summary>
    private const double Slack = 1e-9;

    public ArithmeticRelation Relation => relation;

    /// <summary>The result, then the terms.</summary>
    public ImmutableArray<Column> Columns { get; } = [relation.Result, .. relation.Terms];

    /// <summary>What holds, in words.</summary>
    public string Words { get; } = $"{relation.Result.Label} is {string.Join(relation.IsProduct ? " times " : " plus ", relation.Terms.Select(static t => t.Label))}";

    /// <summary>Whether a row comes out within the rounding that the relation allows; rows that lack a number do.</summary>
    public bool Holds(int row)
    {
        var (value, result) = (Value(row), sample[relation.Result].Number(row));
        return double.IsNaN(value) || double.IsNaN(result)
            || Math.Abs(result - value) <= relation.Tolerance + (Slack * (Math.Abs(result) + Math.Abs(value)));
    }

    /// <summary>The condition that picks the rows that do not come out, wherever they are.</summary>
    public SqlText Broken
    {
        get
        {
            var (result, value) = (Number(relation.Result), SqlText.Join(relation.IsProduct ? " * " : " + ", relation.Terms.Select(Number)));
            return SqlText.Of($"abs({result} - ({value})) > {relation.Tolerance} + {Slack} * (abs({result}) + abs({value}))");
        }
    }

    /// <summary>The number that a column would need for the row to come out, written as the column's values are; none where none would do.</summary>
    public string? Wanted(Column column, int row)
    {
        var result = sample[relation.Result].Number(row);
        double wanted;
        if (column == relation.Result) wanted = Value(row);
        else if (relation.IsProduct) wanted = result / Others(column, row);
        else wanted = result - Others(column, row);
        return double.IsFinite(wanted) ? NumberSlip.Like(sample[column][row] ?? "", wanted) : null;
    }

    /// <summary>Both sides of a row: <c>15.3 = 3 × 4.5</c>.</summary>
    public string Sides(int row) => string.Create(CultureInfo.InvariantCulture,
        $"{sample[relation.Result].Number(row):G10}, while {string.Join(relation.IsProduct ? " × " : " + ", relation.Terms.Select(t => sample[t].Number(row).ToString("G10", CultureInfo.InvariantCulture)))} is {Value(row):G10}");

    private static SqlText Number(Column column) => SqlText.Call(SqlFunction.Number, SqlText.Of($"{column}"));

    private double Value(int row) => Combine(relation.Terms.Select(term => sample[term].Number(row)));

    private double Others(Column column, int row) => Combine(relation.Terms.Where(t => t != column).Select(term => sample[term].Number(row)));

    private double Combine(IEnumerable<double> numbers) => relation.IsProduct ? numbers.Aggregate(1.0, static (a, b) => a * b) : numbers.Sum();
}
