namespace Assays.Drift.Parts;

/// <summary>What became of one column in one group of rows.</summary>
/// <param name="Pair">The column in all rows.</param>
/// <param name="Group">The group.</param>
/// <param name="Difference">The change; none when it is too small to matter.</param>
/// <param name="PValue">How likely chance makes so large a change, of the values or the gaps.</param>
internal sealed record GroupChange(ColumnPair Pair, Part Group, Difference? Difference, double PValue)
{
    /// <summary>The false discovery rate at which it is reported, over all groups and columns.</summary>
    public double QValue { get; init; } = 1;

    public static GroupChange Of(Comparison comparison, ColumnPair pair, Part group)
    {
        var narrow = Narrow(comparison, pair, group.ReferenceRows, group.CurrentRows);
        return new(pair, group, Difference.Of(narrow), Slice.PValue(narrow));
    }

    /// <summary>The column in the rows of no such group.</summary>
    public static ColumnPair Rest(Comparison comparison, ColumnPair pair, IReadOnlyCollection<GroupChange> changes)
    {
        var olds = changes.SelectMany(static change => change.Group.ReferenceRows).ToHashSet();
        var news = changes.SelectMany(static change => change.Group.CurrentRows).ToHashSet();
        return Narrow(
            comparison, pair,
            [.. Enumerable.Range(0, comparison.ReferenceSample!.Rows).Where(row => !olds.Contains(row))],
            [.. Enumerable.Range(0, comparison.Sample.Rows).Where(row => !news.Contains(row))]);
    }

    private static ColumnPair Narrow(Comparison comparison, ColumnPair pair, IReadOnlyCollection<int> olds, IReadOnlyCollection<int> news) => Slice.Pair(
        pair, Slice.Of(pair.Reference, comparison.ReferenceSample!.Columns[pair.Reference.Ordinal], olds), Slice.Of(pair.Current, comparison.Sample[pair.Column], news));
}
