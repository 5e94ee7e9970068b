namespace Assays.Statistics;

/// <summary>Whether two shares differ by more than chance.</summary>
public static class ShareDifference
{
    /// <summary>Exact where few rows are concerned (Fisher), else by the chi-square.</summary>
    /// <param name="leftHits">Of the left rows those that have what is counted.</param>
    /// <param name="left">All left rows.</param>
    public static double PValue(long leftHits, long left, long rightHits, long right)
    {
        var all = leftHits + rightHits;
        if (left <= 0 || right <= 0) return 1;
        if (Math.Min(all, left + right - all) * (double)Math.Min(left, right) / (left + right) >= 5) return CategoryShift.Of([leftHits, left - leftHits], [rightHits, right - rightHits]).PValue;
        var draws = new Hypergeometric(left + right, all, right);
        return Math.Min(1, 2 * Math.Min(draws.AtLeast(rightHits), draws.AtMost(rightHits)));
    }
}
