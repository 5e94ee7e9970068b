namespace Assays.Statistics;

/// <summary>More than one slip between two texts.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct SeveralEdits(Edit First, int Count)
{
    /// <summary>Characters for which one slip is believable.</summary>
    private const int CharactersPerEdit = 6;

    /// <summary>
    /// The slips that turn an intended text into a written one: one character that replaces others in up to half of the places,
    /// or any edits, at most one for each six characters and no more than three.
    /// </summary>
    /// <returns>None when the texts are further apart.</returns>
    public static SeveralEdits? Between(string intended, string written)
    {
        ArgumentNullException.ThrowIfNull(intended);
        ArgumentNullException.ThrowIfNull(written);
        if (intended.Length == written.Length && Overwritten(intended, written) is { } overwritten) return overwritten;
        if (!DigitsOf(intended).SequenceEqual(DigitsOf(written))) return null;
        var limit = Math.Min(3, ChangedWords(intended, written) / CharactersPerEdit);
        if (limit < 2) return null;
        var distance = Edit.Distance(intended, written, limit);
        if (distance > limit || distance == 0) return null;
        var at = intended.AsSpan().CommonPrefixLength(written);
        var first = at >= written.Length ? new Edit(EditKind.Deletion, at, intended[at], '\0')
            : at >= intended.Length ? new Edit(EditKind.Insertion, at, '\0', written[at])
            : new Edit(EditKind.Substitution, at, intended[at], written[at]);
        return new(first, distance);
    }

    // Another number is another thing, not a slip.
    private static IEnumerable<char> DigitsOf(string text) => text.Where(char.IsDigit);

    /// <summary>The length of the words from the first to the last difference: two words that share nothing are no slips of each other.</summary>
    private static int ChangedWords(string intended, string written)
    {
        var start = intended.AsSpan().CommonPrefixLength(written);
        var end = intended.Length;
        for (var other = written.Length; end > start && other > start && intended[end - 1] == written[other - 1]; end--) other--;
        while (start > 0 && char.IsLetterOrDigit(intended[start - 1])) start--;
        while (end < intended.Length && char.IsLetterOrDigit(intended[end])) end++;
        return end - start;
    }

    private static SeveralEdits? Overwritten(string intended, string written)
    {
        var (count, at) = (0, -1);
        for (var i = 0; i < written.Length; i++)
        {
            if (intended[i] == written[i]) continue;
            if (at >= 0 && written[i] != written[at]) return null;
            if (at < 0) at = i;
            count++;
        }

        return count == 0 || count * 2 > written.Length ? null : new(new(EditKind.Substitution, at, intended[at], written[at]), count);
    }
}
