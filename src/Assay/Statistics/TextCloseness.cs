namespace Assays.Statistics;

/// <summary>How likely two true texts of one column are one edit apart, before anything is known of the column: seldom when they are long.</summary>
public static class TextCloseness
{
    private static readonly double[] _byLength = [1, 1, 0.6, 0.3, 0.15, 0.08, 0.05, 0.035, 0.025, 0.02, 0.018, 0.016, 0.015];

    /// <summary>For a text as a whole.</summary>
    public static double Prior(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(text.Length);
    }

    /// <summary>
    /// For an edit of a text. What counts is the word that is changed, and a little the rest: "N Main Street" and "S Main Street" are
    /// long and yet both true. An added or lost final s is a plural.
    /// </summary>
    public static double Prior(string text, Edit edit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = WordAt(text, Math.Min(edit.At, text.Length - 1));
        var prior = Of(end - start + ((text.Length - (end - start)) / 6));
        var isEnd = edit.Kind switch { EditKind.Insertion => edit.At == text.Length || IsBoundary(text, edit.At), _ => edit.At == end - 1 };
        var changed = edit.Kind == EditKind.Insertion ? edit.Written : edit.Intended;
        return isEnd && edit.Kind is EditKind.Insertion or EditKind.Deletion && changed is 's' or 'S' ? Math.Max(prior, 0.5) : prior;
    }

    private static double Of(int length) => _byLength[Math.Clamp(length, 0, _byLength.Length - 1)];

    private static bool IsBoundary(string text, int at) => at < text.Length && !char.IsLetterOrDigit(text[at]);

    private static (int Start, int End) WordAt(string text, int at)
    {
        if (text.Length == 0) return (0, 0);
        var (start, end) = (Math.Max(0, at), Math.Max(0, at));
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return (start, Math.Max(end, start));
    }
}
