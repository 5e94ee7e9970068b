namespace Assays.Statistics;

/// <summary>How closely two numbers follow one another, and in how many pairs that was seen.</summary>
/// <param name="Value">-1 to 1; 0 where either does not vary.</param>
/// <param name="Pairs">Pairs in which both are present.</param>
public readonly record struct Correlation(double Value, long Pairs)
{
    /// <summary>Pearson's correlation of the pairs in which neither number is NaN. Of ranks it is Spearman's.</summary>
    public static Correlation Of(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (pairs, sumLeft, sumRight) = (0L, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            if (double.IsNaN(left[i] + right[i])) continue;
            pairs++;
            sumLeft += left[i];
            sumRight += right[i];
        }

        if (pairs < 2) return new(0, pairs);
        var (meanLeft, meanRight) = (sumLeft / pairs, sumRight / pairs);
        var (spreadLeft, spreadRight, common) = (0.0, 0.0, 0.0);
        for (var i = 0; i < left.Length; i++)
        {
            if (double.IsNaN(left[i] + right[i])) continue;
            var (a, b) = (left[i] - meanLeft, right[i] - meanRight);
            spreadLeft += a * a;
            spreadRight += b * b;
            common += a * b;
        }

        return spreadLeft <= 0 || spreadRight <= 0 ? new(0, pairs) : new(Math.Clamp(common / Math.Sqrt(spreadLeft * spreadRight), -1, 1), pairs);
    }
}
