using System.Collections.Immutable;
using Assays.Data;
using Assays.Drift.Baselines;

namespace Assays.Drift;

/// <summary>Which column of the current table goes on with which of the reference: by name, else by name without its spelling, else by content, else by place and shape.</summary>
/// <param name="Pairs">In the current table's order.</param>
/// <param name="Removed">Columns of the reference that nothing goes on with.</param>
/// <param name="Added">Columns of the current table that the reference has not.</param>
public sealed record ColumnPairing(ImmutableArray<ColumnPair> Pairs, ImmutableArray<ColumnBaseline> Removed, ImmutableArray<Column> Added)
{
    /// <summary>A column of another name must be as near as this by content, and no other nearly as near.</summary>
    private const double NearestContent = 0.1;
    private const double NextContent = 0.25;

    public static ColumnPairing Of(Baseline reference, Baseline current, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(schema);
        var olds = reference.Columns.ToList();
        var news = current.Columns.ToList();
        var pairs = new List<ColumnPair>();
        Match(static (old, now) => old.Name == now.Name);
        Match(static (old, now) => Plain(old.Name) == Plain(now.Name));
        foreach (var (old, now) in ByContent(olds, news)) Pair(old, now);

        // Two columns alike, or values that hardly come back: then the place decides, if nothing was put in or taken out.
        if (olds.Count == news.Count) Match(static (old, now) => old.Ordinal == now.Ordinal && old.Role == now.Role && Likeness.OfShapes(old, now) <= NearestContent);
        return new(
            [.. pairs.OrderBy(static p => p.Column.Ordinal)], [.. olds], [.. news.Select(now => schema.Columns[now.Ordinal])]);

        void Match(Func<ColumnBaseline, ColumnBaseline, bool> isSame)
        {
            foreach (var old in olds.ToArray())
            {
                if (news.FirstOrDefault(now => isSame(old, now)) is { } now) Pair(old, now);
            }
        }

        void Pair(ColumnBaseline old, ColumnBaseline now)
        {
            pairs.Add(new(old, now, schema.Columns[now.Ordinal])
            {
                ReferenceCount = (1 - old.MissingShare) * reference.Seen, CurrentCount = (1 - now.MissingShare) * current.Seen,
            });
            olds.Remove(old);
            news.Remove(now);
        }
    }

    // A rename is believed when each is the other's nearest, and for neither another column is nearly as near.
    private static List<(ColumnBaseline Old, ColumnBaseline New)> ByContent(List<ColumnBaseline> olds, List<ColumnBaseline> news)
    {
        var found = new List<(ColumnBaseline, ColumnBaseline)>();
        if (olds.Count == 0 || news.Count == 0 || (long)olds.Count * news.Count > 2_500) return found;
        var distances = olds.Select(old => news.Select(now => Math.Max(Likeness.Distance(old, now), 0.5 * Math.Abs(old.MissingShare - now.MissingShare))).ToArray()).ToArray();
        for (var i = 0; i < olds.Count; i++)
        {
            var j = Array.IndexOf(distances[i], distances[i].Min());
            var near = distances[i][j];
            var next = distances[i].Where((_, at) => at != j).Concat(distances.Where((_, at) => at != i).Select(row => row[j])).DefaultIfEmpty(1).Min();
            if (olds[i].Present > 0 && news[j].Present > 0 && near <= NearestContent && next >= Math.Max(NextContent, 3 * near)) found.Add((olds[i], news[j]));
        }

        return found;
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
