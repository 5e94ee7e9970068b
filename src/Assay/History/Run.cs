using System.Collections.Immutable;

namespace Assays.History;

/// <summary>What one run found out about a table, in figures: one point of its history.</summary>
/// <param name="Time">When the data are of: the time of the run unless the caller knew better.</param>
/// <param name="Source">What was read.</param>
/// <param name="Metrics">The figures, each named once.</param>
public sealed record Run(DateTimeOffset Time, string Source, ImmutableSortedDictionary<MetricName, double> Metrics)
{
    /// <summary>The columns that the figures are about.</summary>
    public IEnumerable<string> Columns => Metrics.Keys.Select(static name => name.Column).Where(static column => column.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Whether another run is of the same kind of table: at least half of the columns of both are in both.</summary>
    public bool IsAlike(Run other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, others) = (Columns.ToHashSet(StringComparer.Ordinal), other.Columns.ToHashSet(StringComparer.Ordinal));
        var both = mine.Count(others.Contains);
        return 2 * both >= mine.Count + others.Count - both;
    }
}

/// <summary>The name of a figure.</summary>
/// <param name="Column">The column that it is about; empty of the table as a whole.</param>
/// <param name="Name">What it is: <c>rows</c>, <c>grade</c>, <c>missingShare</c>, <c>mean</c> …</param>
public readonly record struct MetricName(string Column, string Name) : IComparable<MetricName>
{
    public int CompareTo(MetricName other) => (string.CompareOrdinal(Column, other.Column), string.CompareOrdinal(Name, other.Name)) switch
    {
        (0, var byName) => byName,
        (var byColumn, _) => byColumn,
    };

    public static bool operator <(MetricName left, MetricName right) => left.CompareTo(right) < 0;

    public static bool operator >(MetricName left, MetricName right) => left.CompareTo(right) > 0;

    public static bool operator <=(MetricName left, MetricName right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MetricName left, MetricName right) => left.CompareTo(right) >= 0;
}
