namespace Assays.Statistics;

/// <summary>
/// Exact limits of how many of <paramref name="Rows"/> rows are right, when <paramref name="Hits"/> of <paramref name="Draws"/> drawn without
/// replacement were: the hypergeometric test turned round. Narrower than the binomial ones, because what was looked at is known.
/// </summary>
public readonly record struct FiniteProportion(long Rows, long Hits, long Draws)
{
    /// <summary>The two-sided interval, as shares of the rows.</summary>
    public Interval Exact(double confidence = 0.95)
    {
        var tail = (1 - confidence) / 2;
        return new((double)LowerBound(1 - tail) / Rows, (double)UpperBound(1 - tail) / Rows);
    }

    /// <summary>The fewest right rows that are still believable: the least M with P(X ≥ hits | M) > 1 - confidence.</summary>
    public long LowerBound(double confidence = 0.95)
    {
        long low = Hits, high = Rows - (Draws - Hits);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (new Hypergeometric(Rows, middle, Draws).AtLeast(Hits) > 1 - confidence) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>The most right rows that are still believable: the largest M with P(X ≤ hits | M) > 1 - confidence.</summary>
    public long UpperBound(double confidence = 0.95)
    {
        long low = Hits, high = Rows - (Draws - Hits);
        while (low < high)
        {
            var middle = high - (high - low) / 2;
            if (new Hypergeometric(Rows, middle, Draws).AtMost(Hits) > 1 - confidence) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
