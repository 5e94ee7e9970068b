using System.Collections.Immutable;
using Assays.Data;

namespace Assays.Profiling;

/// <summary>
/// The rows of a sample put into groups by the values of one column, or of two: the left side of a dependency. A row with a missing
/// value there is in no group.
/// </summary>
public sealed class Grouping
{
    private readonly int[] _groups;
    private readonly int[] _rows;
    private readonly int[] _starts;
    private readonly Dictionary<long, int>? _ids;

    private Grouping(ImmutableArray<SampledColumn> columns, int[] groups, int count, Dictionary<long, int>? ids)
    {
        (Columns, _groups, _ids) = (columns, groups, ids);
        _starts = new int[count + 1];
        foreach (var group in groups)
        {
            if (group >= 0) _starts[group + 1]++;
        }

        for (var i = 0; i < count; i++) _starts[i + 1] += _starts[i];
        _rows = new int[_starts[count]];
        var next = _starts.AsSpan(0, count).ToArray();
        for (var row = 0; row < groups.Length; row++)
        {
            if (groups[row] >= 0) _rows[next[groups[row]]++] = row;
        }
    }

    /// <summary>The columns whose values make the groups.</summary>
    public ImmutableArray<SampledColumn> Columns { get; }

    /// <summary>Groups, of one row too.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>For each row its group, or -1.</summary>
    public ReadOnlySpan<int> Groups => _groups;

    /// <summary>The rows of a group, ascending.</summary>
    public ReadOnlySpan<int> Rows(int group) => _rows.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    /// <summary>The group of values that need not stand in a row together; -1 when no row has them.</summary>
    public int Find(int first, int second = SampledColumn.Missing)
    {
        if (first < 0) return -1;
        return _ids is null ? first : second < 0 ? -1 : _ids.GetValueOrDefault(((long)first << 32) | (uint)second, -1);
    }

    public static Grouping By(SampledColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return new([column], column.Codes.ToArray(), column.Values.Length, null);
    }

    public static Grouping By(SampledColumn first, SampledColumn second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var ids = new Dictionary<long, int>();
        var groups = new int[first.Codes.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            var (a, b) = (first.Codes[row], second.Codes[row]);
            if (a < 0 || b < 0)
            {
                groups[row] = -1;
                continue;
            }

            var key = ((long)a << 32) | (uint)b;
            if (!ids.TryGetValue(key, out var id)) ids[key] = id = ids.Count;
            groups[row] = id;
        }

        return new([first, second], groups, ids.Count, ids);
    }
}
