namespace Assays.Statistics;

/// <summary>
/// Finds a few numbers of the one sign that are the mirror image of the many of the other: within their range and spread like them (Kolmogorov
/// and Smirnov). Numbers that come near zero may truly have either sign, and are not judged.
/// </summary>
public static class MirroredNumbers
{
    private const int FewestRows = 30;
    private const int FewestDistinct = 8;

    /// <summary>The share of rows up to which the other sign is a slip; more are a convention or another kind of row.</summary>
    private const double MostShare = 0.12;

    /// <summary>How near zero, as a share of the median, the smallest hundredth of the numbers may come.</summary>
    private const double NearZero = 0.08;

    /// <summary>Of the Kolmogorov distribution at 1 %.</summary>
    private const double Kolmogorov = 1.63;

    /// <summary>Which of the numbers have the wrong sign; none where both signs may be right.</summary>
    /// <param name="numbers">Distinct numbers.</param>
    /// <param name="counts">How often each occurs.</param>
    public static int[] Find(IReadOnlyList<double> numbers, IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(counts);
        var (negative, positive) = (Those(-1), Those(1));
        var (few, many) = negative.Sum(i => (long)counts[i]) < positive.Sum(i => (long)counts[i]) ? (negative, positive) : (positive, negative);
        if (few.Length == 0 || many.Length < FewestDistinct) return [];

        var (mirrored, body) = (SpreadOf(few), SpreadOf(many));
        if (body.Rows < FewestRows || mirrored.Rows > MostShare * (mirrored.Rows + body.Rows)) return [];
        // One number again and again is a sign for something and not many slips.
        if (few.Length == 1 && mirrored.Rows > 2) return [];
        if (body.Quantile(0.01) < NearZero * body.Quantile(0.5)) return [];
        return mirrored.Quantile(0) >= body.Quantile(0) && mirrored.Quantile(1) <= body.Quantile(1)
            && mirrored.Distance(body) <= Kolmogorov * Math.Sqrt((1 / mirrored.Rows) + (1 / body.Rows)) ? few : [];

        int[] Those(int sign) => [.. Enumerable.Range(0, numbers.Count).Where(i => Math.Sign(numbers[i]) == sign).OrderBy(i => Math.Abs(numbers[i]))];

        Spread SpreadOf(int[] chosen) => new([.. chosen.Select(i => Math.Abs(numbers[i]))], [.. chosen.Select(i => counts[i])]);
    }

    /// <summary>How ascending, weighted numbers are spread.</summary>
    private sealed class Spread
    {
        private readonly double[] _keys;
        private readonly double[] _upTo;

        public Spread(double[] keys, int[] counts)
        {
            (_keys, _upTo) = (keys, new double[keys.Length]);
            for (var i = 0; i < keys.Length; i++) _upTo[i] = Rows += counts[i];
        }

        public double Rows { get; }

        public double Quantile(double share) => _keys[Array.FindIndex(_upTo, upTo => upTo >= share * Rows)];

        /// <summary>The largest difference of the two distribution functions.</summary>
        public double Distance(Spread other) => _keys.Concat(other._keys).Max(key => Math.Abs(UpTo(key) - other.UpTo(key)));

        private double UpTo(double number)
        {
            var at = Array.BinarySearch(_keys, number);
            if (at < 0) at = ~at - 1;
            return at < 0 ? 0 : _upTo[at] / Rows;
        }
    }
}
