using System.Collections.Immutable;
using System.Globalization;

namespace Assays.Statistics;

/// <summary>A rare text that was probably meant to be a frequent one.</summary>
/// <param name="Text">Which of the texts.</param>
/// <param name="Meant">Which text was meant.</param>
/// <param name="Edit">What went wrong; of several slips the first.</param>
/// <param name="Edits">How many slips it took.</param>
/// <param name="Probability">The probability, 0 to 1, that it did.</param>
/// <param name="MeantShare">If it did, the probability, 0 to 1, that this text was meant and no other that is as near.</param>
public readonly record struct Slip(int Text, int Meant, Edit Edit, int Edits, double Probability, double MeantShare);

/// <summary>
/// Tells slips of the pen from rare true texts, by weighing two explanations of a rare text next to a frequent one: a typist who slips at an
/// unknown rate, and a true text that happens to be close. How close true texts are in this collection is learnt from its frequent ones: where
/// those are neighbours (codes, states, sizes), closeness proves nothing. The rate of slips and the number of true rare texts are estimated
/// together by expectation maximisation.
/// </summary>
public sealed class Slips
{
    private const int Rounds = 12;

    /// <summary>How much likelier a slip than a true text puts characters together that no frequent text puts together.</summary>
    private const double StrangePairRatio = 8;

    /// <summary>The smallest number of rows from which a text counts as surely true.</summary>
    private const int Established = 3;

    /// <summary>How many times more frequent a neighbour is when a text that occurs repeatedly looks like its slip.</summary>
    private const int Dominance = 8;

    /// <summary>Different texts with the same change from which the change is no accident.</summary>
    private const int Systematic = 4;

    /// <summary>Pairs of texts compared at most when more than one slip is looked for.</summary>
    private const int MaxComparisons = 2_000_000;

    private readonly ImmutableArray<string> _texts;
    private readonly int[] _counts;
    private readonly NeighbourIndex _index = new();
    private readonly List<int> _established = [];
    private readonly List<int> _exemplary = [];
    private readonly HashSet<char> _characters = [];
    private readonly HashSet<(CharacterClass, CharacterClass)> _pairs = [];
    private readonly List<Candidate> _candidates = [];
    private long _length;

    private Slips(ImmutableArray<string> texts, ReadOnlySpan<int> counts) => (_texts, _counts) = (texts, counts.ToArray());

    /// <summary>Finds the slips among distinct texts.</summary>
    /// <param name="texts">The distinct texts.</param>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="isKnown">Whether a text is known to be right for another reason.</param>
    public static ImmutableArray<Slip> Find(ImmutableArray<string> texts, ReadOnlySpan<int> counts, Func<string, bool>? isKnown = null)
    {
        // One number is as true as another that is close to it.
        if (texts.All(IsNumber)) return [];
        var slips = new Slips(texts, counts);
        slips.Establish();
        slips.Propose(isKnown ?? (static _ => false));
        return slips.Weigh();
    }

    private void Establish()
    {
        for (var i = 0; i < _texts.Length; i++)
        {
            if (_counts[i] < Established) continue;
            _established.Add(i);
            _index.Add(_texts[i]);
        }

        // What looks itself like a slip of a far more frequent text teaches nothing about true texts.
        _exemplary.AddRange(_established.Where(text => !Neighbours(text).Any(near => _counts[near.Text] >= Dominance * _counts[text])));
        foreach (var text in _exemplary)
        {
            foreach (var pair in CharacterClasses.Pairs(_texts[text])) _pairs.Add(pair);
            _characters.UnionWith(_texts[text]);
            _length += _texts[text].Length;
        }
    }

    private IEnumerable<(int Text, Edit Edit)> Neighbours(int text) =>
        _index.Near(_texts[text]).Select(near => (_established[near.Number], near.Edit));

    private void Propose(Func<string, bool> isKnown)
    {
        var far = new List<int>();
        var most = _counts.DefaultIfEmpty().Max();
        for (var i = 0; i < _texts.Length; i++)
        {
            if (isKnown(_texts[i])) continue;
            var near = Neighbours(i)
                .Where(n => _counts[n.Text] >= 3 * _counts[i] + 1)
                .Select(n => new Candidate(i, n.Text, n.Edit, 1, Closeness(_texts[n.Text], _texts[i], n.Edit), 1))
                .Where(static c => c.Closeness < 1).ToList();
            if (near.Count > 0) _candidates.Add(Likeliest(near));
            else if (_counts[i] * Dominance < most) far.Add(i);
        }

        if ((long)far.Count * _established.Count <= MaxComparisons)
        {
            foreach (var i in far)
            {
                if (ProposeFar(i) is { } found) _candidates.Add(found);
            }
        }

        // The same change of the same place in many different texts is a system, not a slip.
        var systematic = _candidates.GroupBy(static c => c.Edit).Where(static g => g.DistinctBy(static c => c.Meant).Count() >= Systematic).Select(static g => g.Key).ToHashSet();
        _candidates.RemoveAll(c => c.Edits == 1 && c.Edit.Kind != EditKind.Transposition && systematic.Contains(c.Edit));
    }

    /// <summary>Several slips in one text: the same strange character in several places, or up to one slip for six characters.</summary>
    private Candidate? ProposeFar(int text)
    {
        var written = _texts[text];
        var near = new List<Candidate>();
        foreach (var number in _established)
        {
            var meant = _texts[number];
            if (_counts[number] < 3 * _counts[text] + 1 || Math.Abs(meant.Length - written.Length) > 3) continue;
            if (SeveralEdits.Between(meant, written) is not { } several) continue;
            var closeness = Closeness(meant, written, several.First) * Math.Pow(0.5, several.Count - 1);
            if (closeness >= 0.5) continue;
            near.Add(new(text, number, several.First, several.Count, closeness, 1));
        }

        return near.Count == 0 ? null : Likeliest([.. near.Where(c => c.Edits == near.Min(static n => n.Edits))]);
    }

    /// <summary>The text that was most likely meant: a frequent one, and one that few true texts are as close to.</summary>
    private Candidate Likeliest(List<Candidate> near)
    {
        var best = near.MaxBy(Weight);
        return best with { MeantShare = Weight(best) / near.Sum(Weight) };

        double Weight(Candidate candidate) => _counts[candidate.Meant] / candidate.Closeness;
    }

    /// <summary>The prior probability that a true text lies where this one does.</summary>
    private double Closeness(string meant, string written, Edit edit)
    {
        if (IsNumber(meant) && IsNumber(written)) return 1;
        if (char.ToUpperInvariant(edit.Intended) == char.ToUpperInvariant(edit.Written)) return 1;
        var strangePair = CharacterClasses.Pairs(written).Any(pair => !_pairs.Contains(pair));
        if (!strangePair && IsDigitChange(meant, edit)) return 1;
        var strangeness = strangePair ? StrangePairRatio
            : edit.Written != '\0' && !_characters.Contains(edit.Written) ? Math.Clamp(_length / 20.0, 1, StrangePairRatio)
            : 1;
        return TextCloseness.Prior(meant, edit) / strangeness;
    }

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsDigitChange(string meant, Edit edit) =>
        char.IsDigit(edit.Intended) || char.IsDigit(edit.Written)
        || (edit.Kind == EditKind.Transposition && edit.At + 1 < meant.Length && char.IsDigit(meant[edit.At + 1]));

    private ImmutableArray<Slip> Weigh()
    {
        if (_candidates.Count == 0) return [];
        var rows = _counts.Sum(static n => (double)n);
        var rare = _counts.Count(static n => n < Established) + _candidates.Count(c => _counts[c.Text] >= Established);
        var crowding = Crowding();
        var chances = Enumerable.Repeat(0.5, _candidates.Count).ToArray();
        var rate = 0.5 / 100;
        var trueRare = (double)rare;
        for (var round = 0; round < Rounds; round++)
        {
            var habits = new SlipHabits(_candidates.Select((c, i) => (c.Edit, chances[i])));
            for (var i = 0; i < chances.Length; i++)
            {
                var c = _candidates[i];
                var slips = rate * _counts[c.Meant];
                var truths = Math.Min(1, c.Closeness * crowding) * (trueRare + 0.5) / Room(c);
                var odds = slips / truths * Repeated(c, slips * habits.Share(c.Edit) / (_texts[c.Meant].Length + 1));
                chances[i] = odds / (1 + odds);
            }

            rate = Math.Min(0.3, (0.5 + _candidates.Select((c, i) => chances[i] * _counts[c.Text]).Sum()) / (rows + 100));
            trueRare = Math.Max(0, rare - chances.Sum());
        }

        return [.. _candidates.Select((c, i) => new Slip(c.Text, c.Meant, c.Edit, c.Edits, Math.Min(0.99, chances[i]), c.MeantShare))];
    }

    /// <summary>How much closer exemplary texts are to each other than their lengths would let one expect; 1 is as expected.</summary>
    private double Crowding()
    {
        var (close, expected) = (1.0, 1.0);
        foreach (var text in _exemplary)
        {
            close += Neighbours(text).Any(near => Closeness(_texts[text], _texts[near.Text], near.Edit) < 1 && _counts[near.Text] * Dominance > _counts[text]) ? 1 : 0;
            expected += TextCloseness.Prior(_texts[text]);
        }

        return Math.Max(0.2, close / expected);
    }

    /// <summary>Over how many established texts the true rare ones spread; short texts have few neighbours to share.</summary>
    private double Room(Candidate c) => Math.Min(_exemplary.Count, _texts[c.Meant].Length switch { 1 => 1, 2 => 6, 3 => 100, _ => int.MaxValue });

    /// <summary>
    /// How much likelier a slip than a true text occurs that often: slips of one kind come geometrically with the mean that the rate lets
    /// one expect, true rare texts by Zipf's law.
    /// </summary>
    private double Repeated(Candidate c, double expected)
    {
        double times = _counts[c.Text];
        if (times == 1) return 1;
        var mean = expected / Math.Pow(3, c.Edits - 1);
        return Math.Exp(((times - 1) * Math.Log(mean / (1 + mean))) - Math.Log(1 + mean)) * times * (times + 1);
    }

    private readonly record struct Candidate(int Text, int Meant, Edit Edit, int Edits, double Closeness, double MeantShare);
}
