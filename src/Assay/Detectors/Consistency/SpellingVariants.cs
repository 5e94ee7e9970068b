using System.Runtime.InteropServices;
using System.Text;
using Assays.Data;
using Assays.Detectors.Validity;
using Assays.Findings;
using Assays.Profiling;
using Assays.Profiling.Semantics;

namespace Assays.Detectors.Consistency;

/// <summary>
/// One thing written in several ways that differ only in case, punctuation or accents. Values with the same key
/// (the fingerprint of OpenRefine, but with the order of words kept) are one thing; the usual spelling is the repair.
/// </summary>
/// <param name="dominance">How many times more frequent the usual spelling must be than another for that one to be called wrong.</param>
/// <param name="fewestUsual">Rows that the usual spelling needs.</param>
public sealed class SpellingVariants(double dominance = 3, int fewestUsual = 5) : Detector
{
    /// <summary>A column whose values come only once or twice holds titles or names, which may differ by a comma and be two things.</summary>
    private const double FewestRepeats = 2;

    private const int LongestText = 120;

    /// <summary>Of a difference in case where the column has no case to keep to: the column wants one notation, no value is wrong.</summary>
    private const double UngovernedConfidence = 0.4;

    public override Rule Rule { get; } = new("AS0301", "spelling-variants", "One thing spelled in several ways", Dimension.Consistency, Severity.Warning);

    public override IEnumerable<Finding> Judge(Examination examination)
    {
        foreach (var profile in examination.Profile.Columns.Where(IsAboutWords))
        {
            var values = examination.Sample[profile.Column];
            if (values.Present < FewestRepeats * values.Values.Length || NumbersAsText.IsAboutNumbers(profile, values)) continue;
            var variants = new SuspectValues(examination, profile.Column);
            var groups = 0;
            var things = Groups(values);
            var hasCase = LetterCase.Prevails(things.Select(spellings => values.Values[spellings.MaxBy(code => values.Counts[code])]));
            foreach (var spellings in things.Where(static spellings => spellings.Count > 1))
            {
                var before = variants.Distinct;
                Judge(spellings, values, hasCase, variants);
                if (variants.Distinct > before) groups++;
            }

            if (groups > 0) yield return Report(variants, groups, profile.Column);
        }
    }

    private static bool IsAboutWords(ColumnProfile profile) =>
        profile.Type is Profiling.ValueType.Text or Profiling.ValueType.Boolean or Profiling.ValueType.Empty
        && profile.Semantic is not (SemanticType.Uuid or SemanticType.Url or SemanticType.Json or SemanticType.FreeText or SemanticType.IpAddress or SemanticType.Email);

    private Finding Report(SuspectValues variants, int groups, Column column) => variants.Complete(new(
        Rule, [column],
        $"{column.Label} writes {Wording.Count(groups, "thing")} in more than one way: the spelling of {Wording.Count(variants.Rows, "row")} differs from the usual one only in case, punctuation or accents{variants.SuchAs}.")
    {
        Evidence = [new("groups", (long)groups), new("spellings", (long)variants.Distinct)],
        Repair = new("Write them as most rows do.", IsCertain: false),
    });

    private void Judge(List<int> spellings, SampledColumn values, bool hasCase, SuspectValues variants)
    {
        spellings.Sort((a, b) => values.Counts[a] != values.Counts[b] ? values.Counts[b].CompareTo(values.Counts[a]) : a.CompareTo(b));
        var usual = spellings[0];
        var rows = values.Counts[usual];
        if (rows < fewestUsual) return;
        foreach (var spelling in spellings.Skip(1))
        {
            var other = values.Counts[spelling];
            // A single sign in two cases can be two codes (m and M).
            var needed = values.Values[usual].Length == 1 ? 10 * dominance : dominance;
            if (rows < needed * other) continue;
            var confidence = Confidence(values.Values[usual], values.Values[spelling], hasCase) * rows / (rows + (double)other);
            variants.Add(spelling, confidence, $"Most rows write it {Wording.Quote(values.Values[usual])}.", new(values.Values[usual]));
        }
    }

    private static double Confidence(string usual, string other, bool hasCase) =>
        string.Equals(usual, other, StringComparison.OrdinalIgnoreCase) ? (hasCase ? 0.9 : UngovernedConfidence)
        : string.Equals(Accents.Strip(usual), Accents.Strip(other), StringComparison.OrdinalIgnoreCase) ? 0.8
        : 0.85;

    /// <summary>The indices of values by the thing they spell.</summary>
    private static Dictionary<string, List<int>>.ValueCollection Groups(SampledColumn values)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var code = 0; code < values.Values.Length; code++)
        {
            if (Key(values.Values[code]) is not { Length: > 0 } key) continue;
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _);
            (group ??= []).Add(code);
        }

        return groups.Values;
    }

    /// <summary>What stays of a value when spelling is taken away; none for values that have no such key.</summary>
    internal static string? Key(string text)
    {
        if (text.Length > LongestText) return null;
        var trimmed = Accents.Strip(text.Trim());
        var key = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var letter = trimmed[i];
            if (char.IsLetterOrDigit(letter)) key.Append(char.ToLowerInvariant(letter));
            else if (Means(trimmed, i)) key.Append(letter);
            else if (!IsDropped(letter) && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Whether a sign goes without a trace; all others part words, and New Town and Newtown are two places.</summary>
    private static bool IsDropped(char letter) => letter is '.' or '\'' or '’' or '"';

    /// <summary>
    /// Whether a sign is part of the meaning: between digits it makes another number (1-2, 1.2), at either end it can be a sign or a grade
    /// (-5, A+, C#), and signs that are no punctuation always mean something.
    /// </summary>
    private static bool Means(string text, int at)
    {
        var letter = text[at];
        if (letter is ' ' or '\u00A0' or '.' or ',' or ';' or ':' or '\'' or '’' or '"' or '_' or '-' or '–' or '/' or '(' or ')' or '&')
        {
            var (before, after) = (Beside(text, at, -1), Beside(text, at, 1));
            if (char.IsDigit(before) && char.IsDigit(after)) return true;
            return letter is '-' && (after == '\0' || before == '\0');
        }

        return !char.IsWhiteSpace(letter);
    }

    private static char Beside(string text, int at, int step)
    {
        at += step;
        while (at >= 0 && at < text.Length && char.IsWhiteSpace(text[at])) at += step;
        return at >= 0 && at < text.Length ? text[at] : '\0';
    }
}
