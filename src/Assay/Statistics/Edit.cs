namespace Assays.Statistics;

/// <summary>What one stroke of the keyboard changed in a text.</summary>
public enum EditKind { Insertion, Deletion, Substitution, Transposition }

/// <summary>The one edit that turns an intended text into a written one.</summary>
/// <param name="Kind">What was done to the intended text.</param>
/// <param name="At">Where, in the written text for all but a deletion, where it is the place of the lost character.</param>
/// <param name="Intended">The character that was meant; '\0' for an insertion. Of a transposition the first of the pair.</param>
/// <param name="Written">The character that was written; '\0' for a deletion.</param>
public readonly record struct Edit(EditKind Kind, int At, char Intended, char Written)
{
    /// <summary>The single edit between two different texts.</summary>
    /// <returns>None when they are equal or more than one edit apart (optimal string alignment distance above 1).</returns>
    public static Edit? Between(string intended, string written)
    {
        ArgumentNullException.ThrowIfNull(intended);
        ArgumentNullException.ThrowIfNull(written);
        var difference = written.Length - intended.Length;
        if (difference is < -1 or > 1) return null;

        var prefix = intended.AsSpan().CommonPrefixLength(written);
        var left = intended.AsSpan(prefix);
        var right = written.AsSpan(prefix);
        switch (difference)
        {
            case 1:
                return right[1..].SequenceEqual(left) ? new(EditKind.Insertion, prefix, '\0', right[0]) : null;
            case -1:
                return left[1..].SequenceEqual(right) ? new(EditKind.Deletion, prefix, left[0], '\0') : null;
            default:
                if (left.IsEmpty) return null;
                if (left[1..].SequenceEqual(right[1..])) return new(EditKind.Substitution, prefix, left[0], right[0]);
                return left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..])
                    ? new(EditKind.Transposition, prefix, left[0], right[0])
                    : null;
        }
    }

    /// <summary>The optimal string alignment distance, or <paramref name="limit"/> + 1 where it is larger.</summary>
    public static int Distance(string left, string right, int limit)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (Math.Abs(left.Length - right.Length) > limit) return limit + 1;

        // Three rows of the usual table: a transposition looks two rows back.
        Span<int> before = new int[right.Length + 1], previous = new int[right.Length + 1], current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                current[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit) return limit + 1;
            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return Math.Min(previous[right.Length], limit + 1);
    }
}
