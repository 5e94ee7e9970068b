using Assays.Data;

namespace Assays.Profiling;

/// <summary>How often each value of a column occurs in each group of rows: what a dependency is judged by.</summary>
public sealed class Contingency
{
    private readonly int[] _starts;
    private readonly int[] _values;
    private readonly int[] _counts;
    private readonly int[] _totals;

    public Contingency(Grouping groups, SampledColumn dependent)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(dependent);
        (Groups, Dependent) = (groups, dependent);
        _starts = new int[groups.Count + 1];
        _totals = new int[groups.Count];
        var values = new List<int>();
        var counts = new List<int>();
        var tally = new int[dependent.Values.Length];
        var touched = new List<int>();
        for (var group = 0; group < groups.Count; group++)
        {
            touched.Clear();
            foreach (var row in groups.Rows(group))
            {
                var code = dependent.Codes[row];
                if (code < 0) continue;
                if (tally[code]++ == 0) touched.Add(code);
            }

            touched.Sort((a, b) => tally[a] != tally[b] ? tally[b].CompareTo(tally[a]) : a.CompareTo(b));
            foreach (var code in touched)
            {
                values.Add(code);
                counts.Add(tally[code]);
                _totals[group] += tally[code];
                tally[code] = 0;
            }

            _starts[group + 1] = values.Count;
        }

        (_values, _counts) = ([.. values], [.. counts]);
    }

    public Grouping Groups { get; }
    public SampledColumn Dependent { get; }

    /// <summary>The codes of the values that occur in a group, most frequent first.</summary>
    public ReadOnlySpan<int> Values(int group) => _values.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    /// <summary>The rows of each of <see cref="Values"/>.</summary>
    public ReadOnlySpan<int> Counts(int group) => _counts.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    /// <summary>Rows of a group that have a value.</summary>
    public int Total(int group) => _totals[group];

    /// <summary>The rows of a group that hold a value.</summary>
    public int Count(int group, int value)
    {
        var at = Values(group).IndexOf(value);
        return at < 0 ? 0 : Counts(group)[at];
    }
}
