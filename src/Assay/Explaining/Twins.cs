using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Explaining;

/// <summary>Columns that decide each other: one thing, said several times.</summary>
internal sealed class Twins
{
    private const double Sure = 0.995;
    private readonly int[] _speakers;

    private Twins(Profile profile, int[] speakers)
    {
        _speakers = speakers;
        Groups = [.. profile.Columns.GroupBy(c => speakers[c.Column.Ordinal]).Where(static g => g.Count() > 1).Select(static g => g.Select(static c => c.Column).ToImmutableArray())];
    }

    public ImmutableArray<ImmutableArray<Column>> Groups { get; }

    /// <summary>Whether a column is the first of those that say the same.</summary>
    public bool Speaks(Column column) => _speakers[column.Ordinal] == column.Ordinal;

    public bool AreSame(Column left, Column right) => _speakers[left.Ordinal] == _speakers[right.Ordinal];

    public static Twins Of(Profile profile)
    {
        var speakers = Enumerable.Range(0, profile.Columns.Length).ToArray();
        var sure = profile.Relations.Dependencies
            .Where(d => d.Determinants.Length == 1 && d.Confidence >= Sure && !Kind.IsMeasured(profile[d.Determinants[0]]))
            .Select(static d => (From: d.Determinants[0].Ordinal, To: d.Dependent.Ordinal)).ToHashSet();
        foreach (var (from, to) in sure.Order())
        {
            // The finder tells a pair in one direction where both have as many values, for then one says the other.
            if (!sure.Contains((to, from)) && profile.Columns[from].Distinct.Value != profile.Columns[to].Distinct.Value) continue;
            var (low, high) = (Math.Min(speakers[from], speakers[to]), Math.Max(speakers[from], speakers[to]));
            for (var i = 0; i < speakers.Length; i++)
            {
                if (speakers[i] == high) speakers[i] = low;
            }
        }

        return new(profile, speakers);
    }
}
