using Assays.Data;

namespace Assays.Contracts.Inference;

/// <summary>How a column's figure goes up and down along the rows of the table, which tells what the next rows may do.</summary>
internal static class Wandering
{
    private const int Blocks = 10;

    /// <summary>
    /// The 99.99 % quantile of chi-square with nine degrees of freedom: the sum of ten squared standard errors stays below it when the order of the
    /// rows means nothing.
    /// </summary>
    private const double Chance = 33.7;

    /// <summary>How far the mean of a tenth of the rows, in their order, is from the whole's, when that is more than chance; else 0.</summary>
    /// <param name="figure">The figure of a value, by its code; NaN where it has none.</param>
    public static double Of(SampledColumn values, Func<int, double> figure, double mean, double deviation)
    {
        var (sums, counts) = (new double[Blocks], new int[Blocks]);
        var rows = values.Codes.Length;
        for (var row = 0; row < rows; row++)
        {
            if (values.Codes[row] < 0 || figure(values.Codes[row]) is var value && double.IsNaN(value)) continue;
            var block = (int)((long)row * Blocks / rows);
            sums[block] += value;
            counts[block]++;
        }

        double chiSquare = 0, farthest = 0;
        for (var block = 0; block < Blocks; block++)
        {
            if (counts[block] == 0) continue;
            var distance = Math.Abs(sums[block] / counts[block] - mean);
            farthest = Math.Max(farthest, distance);
            if (deviation > 0) chiSquare += distance * distance * counts[block] / (deviation * deviation);
        }

        return chiSquare > Chance ? farthest : 0;
    }
}
