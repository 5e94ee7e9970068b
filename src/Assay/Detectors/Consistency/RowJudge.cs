using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>A cell that the other cells of its row contradict.</summary>
/// <param name="Row">The row of the sample.</param>
/// <param name="Column">Its column.</param>
/// <param name="Meant">The code of the value that fits; -1 when none is known.</param>
/// <param name="Witness">The dependency that speaks most clearly against the value.</param>
/// <param name="Group">The row's group there.</param>
/// <param name="Confidence">The probability, 0 to 1, that the cell is wrong.</param>
internal readonly record struct Contradiction(int Row, SampledColumn Column, int Meant, Expert Witness, int Group, double Confidence);

/// <summary>
/// Finds, in rows that break dependencies, the cells to blame: of all single changes the one that makes the row most probable to all
/// experts together is made first, then the row is looked at again. So a wrong city costs one cell and not also the state and the
/// county that it disagrees with.
/// </summary>
internal sealed class RowJudge
{
    /// <summary>Experts on one row mostly know the same thing: what the second and further ones add counts a fifth.</summary>
    private const double SharedKnowledge = 0.2;

    /// <summary>Log odds from one expert below which a row is not looked at: the others could hardly make up for it.</summary>
    private const double LeastDoubt = -6;

    private const int MaxWrongCells = 6;
    private const double LeastConfidence = 0.5;

    private readonly ImmutableArray<SampledColumn> _columns;
    private readonly ImmutableArray<Expert> _experts;
    private readonly ILookup<int, Expert> _about;
    private readonly ILookup<int, Expert> _from;

    public RowJudge(Sample sample, ImmutableArray<Expert> experts)
    {
        _experts = experts;
        _columns =
        [
            .. sample.Columns,
            .. experts.SelectMany(e => e.Groups.Columns).Where(c => c.Column.Ordinal >= sample.Columns.Length).Distinct().OrderBy(c => c.Column.Ordinal),
        ];
        _about = experts.ToLookup(e => e.Dependent.Column.Ordinal);
        _from = experts.SelectMany(e => e.Groups.Columns.Select(c => (c.Column.Ordinal, Expert: e))).ToLookup(p => p.Ordinal, p => p.Expert);
    }

    public IEnumerable<Contradiction> Judge()
    {
        foreach (var row in Suspects())
        {
            foreach (var found in Judge(row)) yield return found;
        }
    }

    /// <summary>The rows of which at least one expert has a doubt.</summary>
    private SortedSet<int> Suspects()
    {
        var rows = new SortedSet<int>();
        foreach (var expert in _experts)
        {
            var doubtful = new HashSet<int>();
            for (var group = 0; group < expert.Groups.Count; group++)
            {
                var values = expert.Values(group);
                if (values.Length < 2) continue;
                doubtful.Clear();
                for (var i = 1; i < values.Length; i++)
                {
                    var lift = expert.Probability(group, values[i], 1, true) / expert.Share(values[i]);
                    if (Math.Log(expert.Probability(group, values[0], 1) / lift * Prior(expert.ErrorRate)) > LeastDoubt) doubtful.Add(values[i]);
                }

                if (doubtful.Count == 0) continue;
                foreach (var row in expert.Groups.Rows(group))
                {
                    if (doubtful.Contains(expert.Dependent.Codes[row])) rows.Add(row);
                }
            }
        }

        return rows;
    }

    private IEnumerable<Contradiction> Judge(int row)
    {
        var codes = new int[_columns[^1].Column.Ordinal + 1];
        foreach (var column in _columns) codes[column.Column.Ordinal] = column.Codes[row];
        var changed = new bool[codes.Length];
        for (var round = 0; round < MaxWrongCells; round++)
        {
            Contradiction? worst = null;
            foreach (var group in _about)
            {
                if (codes[group.Key] < 0 || changed[group.Key]) continue;
                if (Blame(row, group.Key, codes, changed) is { } blame && (worst is null || blame.Confidence > worst.Value.Confidence)) worst = blame;
            }

            if (worst is not { Confidence: >= LeastConfidence } found) yield break;
            yield return found;
            codes[found.Column.Column.Ordinal] = found.Meant;
            changed[found.Column.Column.Ordinal] = true;
        }
    }

    private Contradiction? Blame(int row, int at, int[] codes, bool[] changed)
    {
        var column = _columns[at];
        var written = codes[at];
        Contradiction? best = null;
        foreach (var expert in _about[at])
        {
            var group = GroupOf(expert, codes);
            if (group < 0) continue;
            var meant = expert.Usual(group);
            if (meant < 0 || meant == written || best?.Meant == meant) continue;
            var confidence = Weigh(row, at, written, meant, codes, changed);
            if (best is null || confidence > best.Value.Confidence) best = new(row, column, meant, expert, group, confidence);
        }

        return best;
    }

    /// <summary>The probability that a cell holds one value where another was meant, by all experts whom the change concerns.</summary>
    private double Weigh(int row, int at, int written, int meant, int[] codes, bool[] changed)
    {
        var column = _columns[at];
        var (strongest, others, against, support, rate) = (0.0, 0.0, 0.0, 0, 0.0);
        void Hear(double evidence, double errorRate)
        {
            if (evidence < 0)
            {
                against += evidence;
                return;
            }

            if (evidence > strongest) (strongest, evidence, rate) = (evidence, strongest, errorRate);
            others += evidence;
        }

        foreach (var expert in _about[at])
        {
            var group = GroupOf(expert, codes);
            if (group < 0) continue;
            var own = expert.Groups.Columns.Any(c => changed[c.Column.Ordinal]) ? 0 : 1;
            if (expert.Total(group) - own < 1) continue;
            support = Math.Max(support, expert.Count(group, meant));
            var asWritten = expert.Probability(group, written, own, true) / expert.Share(written);
            Hear(Math.Log(expert.Probability(group, meant, own) / expert.Share(meant) / asWritten), expert.ErrorRate);
        }

        foreach (var expert in _from[at])
        {
            var value = codes[expert.Dependent.Column.Ordinal];
            if (value < 0) continue;
            var own = expert.Groups.Columns.Any(c => changed[c.Column.Ordinal]) || changed[expert.Dependent.Column.Ordinal] ? 0 : 1;
            var asMeant = expert.Probability(GroupOf(expert, codes, at, meant), value);
            var asWritten = expert.Probability(GroupOf(expert, codes), value, own, own == 1);
            Hear(Math.Log(asMeant / asWritten), expert.ErrorRate);
        }

        var channel = _about[at].First().Channel(written, meant);
        var prior = Prior(rate);
        var logOdds = Math.Log(prior / (1 - prior)) + Math.Log(channel) + Math.Log((double)column.Counts[meant] / column.Present)
            + strongest + (SharedKnowledge * others) + against;
        // One other row alone cannot say which of the two is right.
        if (support < 2) logOdds = Math.Min(logOdds, Math.Log(channel > 10 ? column.Counts[meant] / (2.0 * column.Counts[written]) : 0.5));
        return Math.Min(0.999, 1 / (1 + Math.Exp(-logOdds)));
    }

    private static double Prior(double rate) => Math.Clamp(rate, 0.005, 0.2);

    private static int GroupOf(Expert expert, int[] codes, int at = -1, int instead = -1)
    {
        var columns = expert.Groups.Columns;
        var first = columns[0].Column.Ordinal == at ? instead : codes[columns[0].Column.Ordinal];
        if (columns.Length == 1) return expert.Groups.Find(first);
        return expert.Groups.Find(first, columns[1].Column.Ordinal == at ? instead : codes[columns[1].Column.Ordinal]);
    }
}
