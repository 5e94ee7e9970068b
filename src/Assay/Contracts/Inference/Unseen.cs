using Assays.Statistics;

namespace Assays.Contracts.Inference;

/// <summary>
/// How many kinds of values there may be that were not seen. How often kinds occur spreads over factors, about log-normally, and those that
/// would occur less than once stay hidden (Preston, Ecology 1948).
/// </summary>
internal static class Unseen
{
    /// <summary>The least standard deviation of the logarithms that is believed.</summary>
    private const double LeastSpread = 0.5;

    /// <summary>The one that is taken where a single kind tells none.</summary>
    private const double SpreadOfOne = 1;

    /// <summary>The expected number of kinds that other rows of as many would show and these did not.</summary>
    /// <param name="counts">How often each kind occurred.</param>
    public static double Kinds(IReadOnlyCollection<long> counts)
    {
        var logarithms = counts.Select(static c => Math.Log(c)).ToArray();
        var mean = logarithms.Average();
        var spread = logarithms.Length < 2 ? SpreadOfOne : Math.Sqrt(logarithms.Sum(l => (l - mean) * (l - mean)) / (logarithms.Length - 1));
        // Of few kinds the spread is hardly known.
        return counts.Count * NormalDistribution.Cdf(-mean / (Math.Max(LeastSpread, spread) * (1 + 1 / Math.Sqrt(counts.Count))));
    }
}
