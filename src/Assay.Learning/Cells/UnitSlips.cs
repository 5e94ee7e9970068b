namespace Assays.Learning.Cells;

/// <summary>
/// Numbers that are ten, a hundred or a thousand times what their rows lead to expect, or such a part of it. Where many slipped in the same way they
/// lie close together and look like a second kind of thing; that they lie just there gives them away.
/// </summary>
internal static class UnitSlips
{
    /// <summary>The probability that such a number is wrong.</summary>
    public const double Confidence = 0.9;

    private const int MostPowers = 3;

    /// <summary>Scales from a power of ten within which a number is explained by it.</summary>
    private const double Near = 3;

    /// <summary>Scales from what is expected beyond which a number is unusual.</summary>
    private const double Far = 6;

    /// <summary>How exactly a number must be predicted, in natural logarithms: a quarter of a power of ten.</summary>
    private const double Exact = 0.58;

    /// <summary>Slips are rarer than this.</summary>
    private const double MostShare = 0.15;

    /// <param name="misses">How far the logarithms of the numbers are from what is expected.</param>
    /// <param name="scales">How far they usually are.</param>
    /// <returns>The places of the slips; none where as many numbers are unusual in other ways.</returns>
    public static int[] Find(double[] misses, double[] scales)
    {
        int[] far = [.. Enumerable.Range(0, misses.Length).Where(i => Math.Abs(misses[i]) > Far * scales[i])];
        int[] slips = [.. far.Where(IsSlip)];
        return 2 * slips.Length > far.Length && slips.Length <= MostShare * misses.Length ? slips : [];

        bool IsSlip(int i)
        {
            var powers = Math.Round(misses[i] / Math.Log(10));
            return Near * scales[i] <= Exact && Math.Abs(powers) is >= 1 and <= MostPowers && Math.Abs(misses[i] - (powers * Math.Log(10))) <= Near * scales[i];
        }
    }
}
