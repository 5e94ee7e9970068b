using Assays.Data;
using Assays.Profiling.Semantics;

namespace Assays.Detectors.Validity;

/// <summary>The kind of things that a column names, when the shipped lists know most of its values.</summary>
internal sealed class ColumnDomain
{
    /// <summary>Distinct values that are looked at, evenly spaced, to see whether a column is of such names.</summary>
    private const int FirstLook = 200;

    private const double LeastShare = 0.6;
    private const int FewestMembers = 4;
    private const int LongestName = 60;

    private readonly string[] _names;
    private readonly int _list;

    private ColumnDomain(SampledColumn column, int list)
    {
        _list = list;
        _names = [.. column.Values.Select(static value => value.Length <= LongestName ? Domain.Plain(value) : value)];
        for (var code = 0; code < _names.Length; code++)
        {
            var of = Domain.Holding(_names[code]).ToList();
            if (of.Contains(list)) Members++;
            else if (!of.Exists(other => Domain.All[other].Kind == Kind)) Strangers.Add(code);
        }
    }

    /// <summary>What the values name.</summary>
    public Domain Domain => Domain.All[_list];

    public string Kind => Domain.Kind;

    /// <summary>Distinct values that the list has.</summary>
    public int Members { get; private set; }

    /// <summary>The values that no list of the kind has.</summary>
    public List<int> Strangers { get; } = [];

    /// <summary>A value as the lists would have it.</summary>
    public string NameOf(int code) => _names[code];

    /// <summary>Whether the column's list has a name.</summary>
    public bool Has(string name) => Domain.Holding(name).Contains(_list);

    /// <summary>The values that are written for a name.</summary>
    public IEnumerable<int> CodesOf(string name) => Enumerable.Range(0, _names.Length).Where(code => _names[code] == name);

    /// <summary>The domain of a column; none where the lists know too few of its values.</summary>
    public static ColumnDomain? Of(SampledColumn column)
    {
        if (column.Values.Length < FewestMembers) return null;
        var step = Math.Max(1, column.Values.Length / FirstLook);
        var counts = new int[Domain.All.Length];
        var seen = 0;
        for (var code = 0; code < column.Values.Length; code += step, seen++)
        {
            if (column.Values[code].Length > LongestName) continue;
            foreach (var list in Domain.Holding(Domain.Plain(column.Values[code]))) counts[list]++;
        }

        // Of lists that fit as well the shorter is meant: four months are months in more languages than one, and words besides.
        var best = Enumerable.Range(0, counts.Length).OrderByDescending(list => counts[list]).ThenBy(static list => Domain.All[list].Members.Length).First();
        return counts[best] >= FewestMembers && counts[best] >= LeastShare * seen ? new(column, best) : null;
    }
}
