using System.Collections.Immutable;

namespace Assays.Drift;

/// <summary>Two columns that have each other's content now.</summary>
public sealed record ColumnSwap(ColumnPair First, ColumnPair Second)
{
    private const double NearShare = 0.25;

    public bool Concerns(ColumnPair pair) => ReferenceEquals(pair, First) || ReferenceEquals(pair, Second);

    /// <summary>Of columns that moved, the pairs that are far nearer to each other's reference than to their own.</summary>
    public static ImmutableArray<ColumnSwap> Find(ImmutableArray<ColumnPair> moved)
    {
        var found = ImmutableArray.CreateBuilder<ColumnSwap>();
        var taken = new HashSet<ColumnPair>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < moved.Length; i++)
        {
            for (var j = i + 1; j < moved.Length; j++)
            {
                var (first, second) = (moved[i], moved[j]);
                if (taken.Contains(first) || taken.Contains(second) || !IsSwapped(first, second)) continue;
                taken.UnionWith([first, second]);
                found.Add(new(first, second));
            }
        }

        return found.ToImmutable();
    }

    private static bool IsSwapped(ColumnPair first, ColumnPair second)
    {
        var apart = Math.Min(Likeness.Distance(first.Reference, first.Current), Likeness.Distance(second.Reference, second.Current));
        var crossed = Math.Max(Likeness.Distance(first.Reference, second.Current), Likeness.Distance(second.Reference, first.Current));
        return crossed <= NearShare * apart;
    }
}
