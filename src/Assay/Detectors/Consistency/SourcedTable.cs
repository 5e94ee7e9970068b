using System.Collections.Immutable;
using Assays.Data;
using Assays.Profiling;

namespace Assays.Detectors.Consistency;

/// <summary>A table in which several sources tell the same facts about the same things: a row is what one source says of one thing.</summary>
/// <param name="Things">Rows by the thing that they are about.</param>
/// <param name="Source">The column that names who says it.</param>
/// <param name="Facts">The columns that should not depend on who says it, by what their values mean.</param>
internal sealed record SourcedTable(Grouping Things, SampledColumn Source, ImmutableArray<Fact> Facts)
{
    /// <summary>Rows about one thing, on average, below which a vote means little.</summary>
    private const double LeastSources = 3;

    /// <summary>Agreement above chance, 0 to 1, of two rows about one thing; a measure of something that varies has less.</summary>
    private const double LeastAgreement = 0.3;

    /// <summary>The share of rows whose thing and source occur together only once.</summary>
    private const double LeastUnique = 0.98;

    /// <summary>The share of the other columns that must be facts; in a table of measurements over time many are not.</summary>
    private const double LeastFacts = 0.75;

    /// <summary>Facts on which sources must disagree.</summary>
    private const int LeastDisputed = 2;

    private const int MaxCandidates = 12;

    /// <summary>Whether a table is of this kind; null when it is not.</summary>
    public static SourcedTable? Find(Sample sample)
    {
        var small = sample.Columns
            .Where(c => c.Present == sample.Rows && c.Values.Length > 1 && c.Values.Length * LeastSources <= sample.Rows)
            .Take(MaxCandidates).ToArray();
        foreach (var thing in small)
        {
            Grouping? things = null;
            foreach (var source in small)
            {
                // Years and numbers order observations of one thing, they do not name who made them.
                if (source == thing || source.Values.Length < LeastSources || IsNumeric(source)) continue;
                if ((long)thing.Values.Length * source.Values.Length < sample.Rows || !AreUnique(thing, source)) continue;
                things ??= Grouping.By(thing);
                var (facts, disputed) = FactsOf(sample, things, thing, source);
                if (facts.IsEmpty) continue;
                // Sources that agree on things have no conflict, whatever else could be taken for a thing.
                return disputed >= LeastDisputed ? new(things, source, facts) : null;
            }
        }

        return null;
    }

    private static bool AreUnique(SampledColumn thing, SampledColumn source)
    {
        var seen = new HashSet<(int, int)>();
        var repeated = 0;
        for (var row = 0; row < thing.Codes.Length; row++)
        {
            if (!seen.Add((thing.Codes[row], source.Codes[row])) && ++repeated > (1 - LeastUnique) * thing.Codes.Length) return false;
        }

        return true;
    }

    /// <summary>The facts about things, none where the columns are no such facts; and how many of them sources tell differently.</summary>
    private static (ImmutableArray<Fact> Facts, int Disputed) FactsOf(Sample sample, Grouping things, SampledColumn thing, SampledColumn source)
    {
        var others = sample.Columns.Where(c => c != thing && c != source && c.Values.Length > 1 && c.Values.Length < sample.Rows).ToArray();
        var facts = ImmutableArray.CreateBuilder<Fact>();
        var (disputed, looked) = (0, 0);
        foreach (var column in others)
        {
            // Telling what values mean is dear, and in most tables the first few columns decide.
            if (looked++ - facts.Count > (1 - LeastFacts) * others.Length) return ([], 0);
            var fact = new Fact(column);
            var (agreement, dissent) = fact.Agreement(things);
            if (agreement < LeastAgreement) continue;
            facts.Add(fact);
            if (dissent > 0) disputed++;
        }

        return facts.Count >= LeastDisputed && facts.Count >= LeastFacts * others.Length ? (facts.ToImmutable(), disputed) : ([], 0);
    }

    private static bool IsNumeric(SampledColumn column)
    {
        var numbers = 0;
        foreach (var number in column.Numbers) numbers += double.IsNaN(number) ? 0 : 1;
        return 2 * numbers > column.Values.Length;
    }
}

/// <summary>A column with its values told apart by what they mean.</summary>
internal sealed class Fact
{
    private readonly int[] _meanings;

    public Fact(SampledColumn column)
    {
        Column = column;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        _meanings = new int[column.Values.Length];
        for (var code = 0; code < _meanings.Length; code++)
        {
            var meaning = Notation.Meaning(column.Values[code]);
            if (!index.TryGetValue(meaning, out var at)) index[meaning] = at = index.Count;
            _meanings[code] = at;
        }

        Meanings = index.Count;
    }

    public SampledColumn Column { get; }

    /// <summary>How many different meanings there are.</summary>
    public int Meanings { get; }

    /// <summary>What a row says; -1 when nothing.</summary>
    public int Meaning(int row) => Column.Codes[row] is var code && code < 0 ? -1 : _meanings[code];

    /// <summary>How often two rows of one group agree, above chance, and how many rows do not say what most say.</summary>
    public (double Agreement, int Dissent) Agreement(Grouping groups)
    {
        var (agreeing, compared, dissent) = (0.0, 0, 0);
        var all = new int[Meanings];
        var tally = new Dictionary<int, int>();
        for (var group = 0; group < groups.Count; group++)
        {
            tally.Clear();
            var present = 0;
            foreach (var row in groups.Rows(group))
            {
                if (Meaning(row) is not (>= 0 and var meaning)) continue;
                tally[meaning] = tally.GetValueOrDefault(meaning) + 1;
                all[meaning]++;
                present++;
            }

            if (present < 2) continue;
            agreeing += tally.Values.Sum(static n => (double)n * (n - 1)) / (present - 1);
            compared += present;
            dissent += present - tally.Values.Max();
        }

        if (compared == 0) return (0, 0);
        var rows = (double)all.Sum();
        var chance = all.Sum(n => n / rows * (n / rows));
        return (chance >= 1 ? 0 : ((agreeing / compared) - chance) / (1 - chance), dissent);
    }
}
