using Assays.Data;

namespace Assays.Labels.Review;

/// <summary>What a person is shown of a suspicious row: its values, and the rows most like it with their labels.</summary>
public sealed class ReviewRows(Sample sample, Column label)
{
    private readonly Neighbours _neighbours = new(sample, label);
    // Rows that are alike may share a number.
    private readonly Dictionary<long, int> _places = sample.RowNumbers.ToArray().Index().DistinctBy(static p => p.Item).ToDictionary(static p => p.Item, static p => p.Index);

    /// <summary>The columns' names and the row's values in them.</summary>
    public IEnumerable<(string Column, string Value)> Values(long row) => !_places.TryGetValue(row, out var place)
        ? []
        : sample.Columns.Where(c => c.Column != label).Select(c => (c.Column.Label, c[place] ?? ""));

    /// <summary>The labels of the rows nearest to a row, the nearest first.</summary>
    public IEnumerable<(long Row, string Label)> Neighbours(long row, int count) => !_places.TryGetValue(row, out var place)
        ? []
        : _neighbours.Of(place, count).Select(other => (sample.RowNumbers[other], sample[label][other] ?? ""));

    /// <summary>Every label of the table, the most frequent first.</summary>
    public IReadOnlyList<string> Labels { get; } = Sorted(sample[label]);

    private static List<string> Sorted(SampledColumn column)
    {
        var counts = column.Counts.ToArray();
        return [.. Enumerable.Range(0, counts.Length).OrderByDescending(i => counts[i]).ThenBy(i => column.Values[i], StringComparer.Ordinal).Select(i => column.Values[i])];
    }
}
