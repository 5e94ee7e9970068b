using System.Collections.Immutable;

namespace Assays.Labels.Agreement;

/// <summary>What kind of values answers are, which says how far apart two of them are.</summary>
public enum Distance { Nominal, Ordinal, Interval, Ratio }

/// <summary>Krippendorff's squared distances between classes.</summary>
internal static class Distances
{
    /// <param name="kind">What the answers are.</param>
    /// <param name="values">The number of each class; only interval and ratio use it.</param>
    /// <param name="totals">Answers of each class; only ordinal uses them.</param>
    public static double[,] Between(Distance kind, ImmutableArray<double> values, double[] totals)
    {
        var apart = new double[totals.Length, totals.Length];
        for (var i = 0; i < totals.Length; i++)
        {
            for (var j = i + 1; j < totals.Length; j++)
            {
                apart[i, j] = apart[j, i] = kind switch
                {
                    Distance.Nominal => 1,
                    Distance.Ordinal => Square(totals[i..(j + 1)].Sum() - (totals[i] + totals[j]) / 2),
                    Distance.Interval => Square(values[i] - values[j]),
                    Distance.Ratio => values[i] + values[j] == 0 ? 0 : Square((values[i] - values[j]) / (values[i] + values[j])),
                    _ => throw new ArgumentOutOfRangeException(nameof(kind)),
                };
            }
        }

        return apart;

        static double Square(double value) => value * value;
    }
}
