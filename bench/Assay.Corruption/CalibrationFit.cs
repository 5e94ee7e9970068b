using System.Text;

namespace Assays.Corruption;

/// <summary>
/// Fits, for each rule, the one number that is added to its log odds so that its mean confidence is the share of its flags that are right.
/// Pseudo flags that are as right as the rule says keep a rule with few flags near its own estimate.
/// </summary>
internal static class CalibrationFit
{
    private const double PseudoFlags = 100;
    private const double Least = -2;
    private const double Most = 2;

    /// <summary>The source file of the fitted numbers.</summary>
    /// <param name="flags">What each rule alone said of cells, before calibration.</param>
    public static string Write(IEnumerable<(string Rule, double Confidence, bool IsHit)> flags)
    {
        var text = new StringBuilder("""
            using System.Collections.Frozen;

            namespace Assays;

            public static partial class Calibration
            {
                // Written by bench/Assay.Corruption.
                private static readonly FrozenDictionary<string, double> _shifts = new Dictionary<string, double>(StringComparer.Ordinal)
                {

            """);
        foreach (var rule in flags.GroupBy(static f => f.Rule).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"        [\"{rule.Key}\"] = {Shift([.. rule.Select(static f => f.Confidence)], rule.Count(static f => f.IsHit)):0.00},\n");
        }

        return text.Append("    }.ToFrozenDictionary(StringComparer.Ordinal);\n}\n").ToString();
    }

    private static double Shift(double[] confidences, int hits)
    {
        var wanted = (hits + (PseudoFlags * confidences.Average())) / (confidences.Length + PseudoFlags);
        var (low, high) = (Least, Most);
        for (var round = 0; round < 30; round++)
        {
            var middle = (low + high) / 2;
            if (confidences.Average(confidence => Calibration.Shifted(confidence, middle)) < wanted) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
