using System.Collections.Frozen;

namespace Assays;

public static partial class Calibration
{
    // Written by bench/Assay.Corruption.
    private static readonly FrozenDictionary<string, double> _shifts = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["borrowed-key"] = 0.16,
        ["broken-dependency"] = 0.66,
        ["disguised-missing"] = 2.00,
        ["flipped-signs"] = 2.00,
        ["malformed-values"] = 0.02,
        ["merged-cells"] = 0.08,
        ["missing-values"] = 1.12,
        ["misspellings"] = 2.00,
        ["misspelt-words"] = 0.08,
        ["mixed-types"] = 1.83,
        ["mojibake"] = 2.00,
        ["numeric-outliers"] = 0.42,
        ["recoverable-value"] = 0.14,
        ["spelling-variants"] = 2.00,
        ["unfitting-numbers"] = -0.59,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
