using System.Collections.Immutable;

namespace Assays.Statistics;

/// <summary>How often the frequent ones of some texts occur; can be added to another.</summary>
/// <param name="Items">The most frequent first. What was left out while adding may be missing from a count: at most <paramref name="Floor"/>.</param>
/// <param name="Floor">No text that is not listed occurs more often; 0 when all are listed.</param>
/// <param name="Total">All occurrences, listed or not.</param>
public sealed record FrequentItems(ImmutableArray<KeyValuePair<string, long>> Items, long Floor, long Total)
{
    public static FrequentItems None { get; } = new([], 0, 0);

    /// <summary>Whether every text that occurs is listed, with its exact count.</summary>
    public bool IsComplete => Floor == 0;

    public double Share(long count) => Total == 0 ? 0 : (double)count / Total;

    /// <summary>Counts of texts; at most <paramref name="capacity"/> are kept.</summary>
    public static FrequentItems Of(IEnumerable<KeyValuePair<string, long>> counts, int capacity)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ImmutableArray<KeyValuePair<string, long>> ordered = [.. counts.OrderByDescending(static c => c.Value).ThenBy(static c => c.Key, StringComparer.Ordinal)];
        return new FrequentItems(ordered, 0, ordered.Sum(static c => c.Value)).Take(capacity);
    }

    /// <summary>The counts of both together.</summary>
    public FrequentItems Add(FrequentItems other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var counts = Items.Concat(other.Items).GroupBy(static c => c.Key, StringComparer.Ordinal).Select(static g => KeyValuePair.Create(g.Key, g.Sum(static c => c.Value)));
        var sum = Of(counts, int.MaxValue);
        return sum with { Floor = Floor + other.Floor, Total = Total + other.Total };
    }

    /// <summary>The most frequent only.</summary>
    public FrequentItems Take(int capacity) =>
        Items.Length <= capacity ? this : this with { Items = Items[..capacity], Floor = Floor + Items[capacity].Value };

    /// <summary>Every count times <paramref name="factor"/>.</summary>
    public FrequentItems Scale(double factor) => factor == 1 ? this : new(
        [.. Items.Select(c => KeyValuePair.Create(c.Key, (long)Math.Round(c.Value * factor)))], (long)Math.Ceiling(Floor * factor), (long)Math.Round(Total * factor));
}
