using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assays.Data;

/// <summary>
/// Rows of a table that were brought into the process: all of them while the table is small, else a seeded random part,
/// in the source's order.
/// </summary>
public sealed class Sample
{
    private readonly long[] _rowNumbers;

    /// <param name="schema">The table's columns.</param>
    /// <param name="columns">One for each column of the schema, equally long.</param>
    /// <param name="rowNumbers">What tells each sampled row apart in its table: its 0-based record number, ascending, or a hash of its values.</param>
    /// <param name="tableRows">Rows of the whole table.</param>
    /// <param name="seed">The seed that chose the rows.</param>
    public Sample(Schema schema, ImmutableArray<SampledColumn> columns, long[] rowNumbers, long tableRows, int seed)
    {
        ArgumentNullException.ThrowIfNull(rowNumbers);
        (Schema, Columns, _rowNumbers, TableRows, Seed) = (schema, columns, rowNumbers, tableRows, seed);
    }

    public Schema Schema { get; }
    public ImmutableArray<SampledColumn> Columns { get; }

    /// <summary>For each row of the sample its 0-based record number in the source, or a hash of its values where places are not known.</summary>
    public ReadOnlySpan<long> RowNumbers => _rowNumbers;

    /// <summary>Rows of the sample.</summary>
    public int Rows => _rowNumbers.Length;

    /// <summary>Rows of the table.</summary>
    public long TableRows { get; }

    public int Seed { get; }

    /// <summary>Whether the sample is the whole table, so that what is found in it is exact.</summary>
    public bool IsComplete => Rows == TableRows;

    /// <summary>Whether a row is drawn with all rows that are like it; else each is drawn or left by itself.</summary>
    public bool KeepsCopies { get; init; }

    /// <summary>The rows that were not drawn but sought, for values that those drawn have not; by their numbers.</summary>
    public FrozenSet<long> Sought { get; private init; } = [];

    public SampledColumn this[Column column] => Columns[column.Ordinal];

    /// <summary>This sample and the rows of another that it has not, in the source's order where places are known.</summary>
    public Sample With(Sample sought)
    {
        ArgumentNullException.ThrowIfNull(sought);
        var have = _rowNumbers.ToHashSet();
        int[] more = [.. Enumerable.Range(0, sought.Rows).Where(row => !have.Contains(sought.RowNumbers[row]))];
        if (more.Length == 0) return this;
        var numbers = (long[])[.. _rowNumbers, .. more.Select(row => sought.RowNumbers[row])];
        int[] order = [.. Enumerable.Range(0, numbers.Length)];
        if (!KeepsCopies) order = [.. order.OrderBy(at => numbers[at])];
        var columns = Columns.Zip(sought.Columns, (own, others) => own.With(others, more, order));
        return new(Schema, [.. columns], [.. order.Select(at => numbers[at])], TableRows, Seed)
        {
            KeepsCopies = KeepsCopies, Sought = more.Select(row => sought.RowNumbers[row]).ToFrozenSet(),
        };
    }

    /// <summary>A table given as rows of texts; null and empty are missing.</summary>
    public static Sample Of(ReadOnlySpan<string> names, IReadOnlyList<string?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = ImmutableArray.CreateBuilder<SampledColumn>(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var at = i;
            columns.Add(SampledColumn.Encode(new(i, names[i]), rows.Select(row => row[at])));
        }

        var schema = new Schema([.. columns.Select(c => c.Column)]);
        return new(schema, columns.ToImmutable(), [.. Enumerable.Range(0, rows.Count).Select(i => (long)i)], rows.Count, 0);
    }
}
