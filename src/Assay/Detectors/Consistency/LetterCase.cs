namespace Assays.Detectors.Consistency;

/// <summary>How a text uses small and capital letters.</summary>
internal enum LetterCase
{
    /// <summary>It has no letters, or a single one.</summary>
    None,
    Small,
    Capitals,
    Both,
}

/// <summary>Tells whether the values of a column keep to one use of small and capital letters.</summary>
internal static class LetterCases
{
    /// <summary>The share of different things written in one case from which it is the column's.</summary>
    private const double PrevailingShare = 0.8;

    extension(LetterCase)
    {
        /// <summary>How a text is written.</summary>
        public static LetterCase Of(string text)
        {
            var (small, capital) = (text.Count(char.IsLower), text.Count(char.IsUpper));
            return small + capital < 2 ? LetterCase.None : capital == 0 ? LetterCase.Small : small == 0 ? LetterCase.Capitals : LetterCase.Both;
        }

        /// <summary>Whether nearly all of different things are written in one case, so that another case is a departure from it.</summary>
        public static bool Prevails(IEnumerable<string> things)
        {
            var cases = things.Select(static thing => LetterCase.Of(thing)).Where(static written => written != LetterCase.None).CountBy(static written => written).Select(static same => same.Value).ToList();
            return cases.Count == 0 || cases.Max() >= PrevailingShare * cases.Sum();
        }
    }
}
