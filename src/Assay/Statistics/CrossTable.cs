namespace Assays.Statistics;

/// <summary>How often each value of one category meets each value of another.</summary>
/// <param name="ChiSquare">Pearson's statistic of independence.</param>
/// <param name="Pairs">Rows in which both are present.</param>
/// <param name="LeftLevels">Values of the first that occur.</param>
/// <param name="RightLevels">Values of the second that occur.</param>
public readonly record struct CrossTable(double ChiSquare, long Pairs, int LeftLevels, int RightLevels)
{
    public double Freedom => (LeftLevels - 1.0) * (RightLevels - 1.0);

    /// <summary>Cramér's V without the bias of small samples and many levels (Bergsma 2013): 0 for nothing, 1 where one tells the other.</summary>
    public double CramersV
    {
        get
        {
            if (Pairs < 2 || LeftLevels < 2 || RightLevels < 2) return 0;
            var n = (double)Pairs;
            var phi = Math.Max(0, ChiSquare / n - Freedom / (n - 1));
            var left = LeftLevels - (LeftLevels - 1.0) * (LeftLevels - 1) / (n - 1);
            var right = RightLevels - (RightLevels - 1.0) * (RightLevels - 1) / (n - 1);
            var most = Math.Min(left, right) - 1;
            return most <= 0 ? 0 : Math.Min(1, Math.Sqrt(phi / most));
        }
    }

    /// <summary>Counts two columns of codes; negative codes are missing.</summary>
    public static CrossTable Of(ReadOnlySpan<int> left, int leftCodes, ReadOnlySpan<int> right, int rightCodes)
    {
        var counts = new int[leftCodes * rightCodes];
        var lefts = new long[leftCodes];
        var rights = new long[rightCodes];
        var pairs = 0L;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] < 0 || right[i] < 0) continue;
            counts[left[i] * rightCodes + right[i]]++;
            lefts[left[i]]++;
            rights[right[i]]++;
            pairs++;
        }

        var sum = 0.0;
        for (var a = 0; a < leftCodes; a++)
        {
            if (lefts[a] == 0) continue;
            for (var b = 0; b < rightCodes; b++)
            {
                var count = counts[a * rightCodes + b];
                if (count > 0) sum += (double)count / lefts[a] * count / rights[b];
            }
        }

        return new(pairs * Math.Max(0, sum - 1), pairs, lefts.Count(static n => n > 0), rights.Count(static n => n > 0));
    }
}
