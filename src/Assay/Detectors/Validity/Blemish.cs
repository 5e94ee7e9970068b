namespace Assays.Detectors.Validity;

/// <summary>How far a blemish makes a value wrong: a category with a wrong letter is another category, a long text is still understood.</summary>
internal static class Blemish
{
    /// <summary>Words of a value up to which a blemish spoils it whole.</summary>
    private const double FewWords = 3;

    /// <summary>Characters of a word in scripts that put no spaces between words; generous, as their words are short.</summary>
    private const double LongWord = 16;

    /// <summary>The least that a blemish spoils.</summary>
    private const double Least = 0.6;

    /// <summary>1 for a value of few words, falling towards 0.6 with their number.</summary>
    public static double Weight(string text)
    {
        var words = Math.Max(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, text.Length / LongWord);
        return Least + ((1 - Least) * Math.Min(1, FewWords / words));
    }
}
