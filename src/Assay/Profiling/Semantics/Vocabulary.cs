using Assays.Statistics;

namespace Assays.Profiling.Semantics;

/// <summary>A usual word that is one slip away from a written one.</summary>
/// <param name="Word">The usual word.</param>
/// <param name="Edit">The slip that makes the written one of it.</param>
public readonly record struct NearWord(string Word, Edit Edit);

/// <summary>
/// The words that are known: usual ones of English, which others are held for misspellings of, and all that are met besides: rare words, names of
/// people and places, terms of trades. The lists are read when they are first asked for.
/// </summary>
public static class Vocabulary
{
    /// <summary>Letters of a part from which two of them make a compound.</summary>
    private const int LeastPart = 3;

    private const int ShortestPlural = 8;

    /// <summary>How much likelier a slip than a true word has to be for a compound to be held for one: sponsor-hips for sponsorships.</summary>
    private const double ClearSlip = 50;

    private static readonly string[] Prefixes = ["anti", "auto", "bio", "geo", "hydro", "hyper", "inter", "macro", "micro", "multi", "non", "over", "photo", "post", "pre", "pseudo", "sub", "super", "trans", "ultra", "un", "under"];

    private static readonly Lazy<WordList> Usual = new(static () => WordList.Embedded("words-usual.br"));
    private static readonly Lazy<WordList> Rare = new(static () => WordList.Embedded("words-rare.br"));

    /// <summary>Whether a word is one of the usual ones. It is plain (<see cref="WordForm.Plain"/>).</summary>
    public static bool IsUsual(ReadOnlySpan<char> word) => Usual.Value.Contains(word);

    /// <summary>Whether a word is known: by the lists, or made of known parts.</summary>
    public static bool IsKnown(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return IsListed(word) || (word.Length > 4 && word[^1] == 's' && IsListed(word.AsSpan(0, word.Length - 1))) || (IsCompound(word) && !IsClearSlip(word));
    }

    /// <summary>The usual words that are one slip away from a word.</summary>
    public static IEnumerable<NearWord> Near(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Neighbourhood.Of(word, IsInflected).Select(static near => new NearWord(near.Meant, near.Edit));
    }

    private static bool IsClearSlip(string word) => Near(word).Any(near => WordSlip.Ratio(near.Edit, word) >= ClearSlip);

    /// <summary>Whether a word is usual or the plural of a longer usual one, which lists of words often leave out.</summary>
    private static bool IsInflected(string word) => IsUsual(word) || (word.Length > ShortestPlural && word[^1] == 's' && IsUsual(word.AsSpan(0, word.Length - 1)));

    private static bool IsListed(ReadOnlySpan<char> word) => Usual.Value.Contains(word) || Rare.Value.Contains(word);

    private static bool IsCompound(string word)
    {
        for (var i = LeastPart; i <= word.Length - LeastPart; i++)
        {
            if (IsUsual(word.AsSpan(0, i)) && IsUsual(word.AsSpan(i))) return true;
        }

        return Prefixes.Any(prefix => word.Length > prefix.Length + 3 && word.StartsWith(prefix, StringComparison.Ordinal) && IsListed(word.AsSpan(prefix.Length)));
    }
}
