using Assays.Data;
using Assays.Findings;
using Assays.Profiling.Semantics;
using Assays.Statistics;

namespace Assays.Detectors.Validity;

/// <summary>Words that no dictionary knows and that are one slip away from a usual English word, in columns whose words are otherwise known.</summary>
/// <param name="certain">The least probability at which a word is called misspelt.</param>
/// <param name="repairable">The least probability at which the usual word is proposed in its place.</param>
public sealed class MisspeltWords(double certain = 0.5, double repairable = 0.7) : Detector
{
    /// <summary>How often people misspell a word of the lengths that are looked at.</summary>
    private const double Rate = 0.002;

    /// <summary>How much likelier a word is meant that the column has elsewhere.</summary>
    private const double Recurring = 10;

    /// <summary>Words without a name in any list that a column of words has, before any is seen, and out of how many.</summary>
    private const double UnknownBefore = 0.5;
    private const double WordsBefore = 25;

    private const int ShortestWord = 6;
    private const int Rounds = 3;
    private const double MostSure = 0.95;

    public override Rule Rule { get; } = new("AS0260", "misspelt-words", "Misspelt words", Dimension.Validity, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var column in examination.Sample.Columns)
        {
            var words = new ColumnWords(column);
            if (words.IsWorthReading && Judge(examination, column, words) is { } finding) yield return finding;
        }
    }

    private Finding? Judge(Examination examination, SampledColumn column, ColumnWords words)
    {
        var suspects = new SuspectValues(examination, column.Column);
        foreach (var guess in Weigh(words).Where(guess => guess.Probability >= certain).OrderByDescending(static guess => guess.Probability))
        {
            foreach (var (code, place) in words.Places(guess.Written))
            {
                var text = column.Values[code];
                var confidence = guess.Probability * Blemish.Weight(text);
                if (confidence < certain) continue;
                var mended = ColumnWords.Replace(text, place, guess.Near.Word);
                suspects.Add(code, confidence,
                    $"{Wording.Quote(text.Substring(place.Start, place.Length))} is in no dictionary and one slip from {Wording.Quote(guess.Near.Word)}; {Wording.Percent(words.KnownShare)} of the column's words are known.",
                    confidence >= repairable ? new(mended) : null);
            }
        }

        return suspects.Distinct == 0 ? null : suspects.Complete(new(Rule, [column.Column],
            $"{Wording.Count(suspects.Rows, "value")} of {column.Column.Label} {(suspects.Rows == 1 ? "has" : "have")} a word that is most likely misspelt: {suspects.Examples}.")
        {
            Evidence = [new("misspelt", (long)suspects.Distinct), new("knownShare", words.KnownShare)],
            Repair = new("Write the words as the dictionary does.", IsCertain: false),
        });
    }

    /// <summary>
    /// Two explanations of each unknown word next to a usual one are weighed: a slip, and a true word that happens to be close. How often true
    /// words of the column are unknown is learnt from those that no slip explains, and from the candidates as far as they are no slips.
    /// </summary>
    private static List<Guess> Weigh(ColumnWords words)
    {
        var candidates = new List<(string Written, NearWord Near, double Odds)>();
        var strange = 0;
        foreach (var word in words.Unknown)
        {
            var best = word.Length < ShortestWord || words.IsEstablished(word) ? default : Best(words, word);
            if (best.Odds > 0) candidates.Add((word, best.Near, best.Odds));
            else strange++;
        }

        var chances = new double[candidates.Count];
        for (var round = 0; round < Rounds; round++)
        {
            var unknown = (UnknownBefore + strange + chances.Sum(static chance => 1 - chance)) / (WordsBefore + words.Count);
            if (round == 0) unknown = (UnknownBefore + strange) / (WordsBefore + words.Count);
            for (var i = 0; i < chances.Length; i++)
            {
                var odds = Rate / unknown * candidates[i].Odds;
                chances[i] = odds / (1 + odds);
            }
        }

        return [.. candidates.Select((candidate, i) => new Guess(candidate.Written, candidate.Near, Math.Min(MostSure, chances[i])))];
    }

    private static (NearWord Near, double Odds) Best(ColumnWords words, string written) =>
        Vocabulary.Near(written)
            .Where(near => !words.IsCutOff(written, near.Edit))
            .Select(near => (Near: near, Odds: WordSlip.Ratio(near.Edit, written) * (words.Has(near.Word) ? Recurring : words.UsualShare)))
            .OrderByDescending(static guess => guess.Odds).ThenBy(static guess => guess.Near.Word, StringComparer.Ordinal)
            .FirstOrDefault();

    private readonly record struct Guess(string Written, NearWord Near, double Probability);
}
