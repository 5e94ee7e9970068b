using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling;

/// <summary>The statistics of a table and of each column, read for people and for detectors.</summary>
/// <param name="Rows">Rows of the table; exact.</param>
/// <param name="SampleRows">Rows that sampled figures rest on.</param>
/// <param name="Seed">The seed that drew the sample.</param>
/// <param name="Columns">One for each column, in their order.</param>
/// <param name="Relations">What holds between columns.</param>
public sealed record Profile(long Rows, long SampleRows, int Seed, ImmutableArray<ColumnProfile> Columns, Relations Relations)
{
    public bool IsSampled => SampleRows < Rows;

    public ColumnProfile this[Column column] => Columns[column.Ordinal];
}

/// <summary>How a figure was come by.</summary>
public enum Basis
{
    /// <summary>Counted over all rows.</summary>
    Exact,

    /// <summary>Sketched over all rows (distinct counts: HyperLogLog, standard error about 2 %).</summary>
    Approximate,

    /// <summary>Computed on the sample.</summary>
    Sampled,
}

/// <summary>A figure and how it was come by.</summary>
public readonly record struct Measured<T>(T Value, Basis Basis);
