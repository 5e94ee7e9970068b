namespace Assays.Statistics;

/// <summary>Many tests at once: keeps the share of false ones among the reported below a level (Benjamini and Hochberg 1995).</summary>
public static class FalseDiscovery
{
    /// <summary>For each probability the smallest level at which its test is still reported.</summary>
    public static double[] Adjust(ReadOnlySpan<double> probabilities)
    {
        var sorted = probabilities.ToArray();
        var places = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, places);
        var adjusted = new double[sorted.Length];
        var least = 1.0;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            least = Math.Min(least, sorted[i] * sorted.Length / (i + 1));
            adjusted[places[i]] = least;
        }

        return adjusted;
    }
}
