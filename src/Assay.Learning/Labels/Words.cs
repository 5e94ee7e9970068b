using Assays.Data;

namespace Assays.Learning.Labels;

/// <summary>The words of texts: runs of letters or digits, in lower case.</summary>
internal static class Words
{
    /// <summary>The words that the most rows hold, but not nearly all; none when the texts have few words each.</summary>
    public static string[] Frequent(SampledColumn column, int most)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0L;
        for (var i = 0; i < column.Values.Length; i++)
        {
            foreach (var word in Split(column.Values[i]).Distinct(StringComparer.Ordinal))
            {
                rows[word] = rows.GetValueOrDefault(word) + column.Counts[i];
                total += column.Counts[i];
            }
        }

        if (column.Values.Length < 3 || total < 2L * column.Present) return [];
        var (least, nearlyAll) = (Math.Max(5, column.Present / 200), 0.95 * column.Present);
        return [.. rows.Where(r => r.Value >= least && r.Value <= nearlyAll).OrderByDescending(static r => r.Value).ThenBy(static r => r.Key, StringComparer.Ordinal).Take(most).Select(static r => r.Key)];
    }

    public static int Count(string text, string word) => Split(text).Count(w => w == word);

    public static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
