namespace Assays.Statistics;

/// <summary>What the next figure of a series is expected to be, by those before it.</summary>
/// <param name="Level">The likeliest figure: the robust level, its trend and the day of the week thought of.</param>
/// <param name="Scale">The usual distance from it, as a deviation.</param>
/// <param name="Freedom">The degrees of freedom of Student's distribution of the distances; few, as figures of data have heavy tails.</param>
public readonly record struct Expectation(double Level, double Scale, double Freedom)
{
    /// <summary>Fewer figures tell no range.</summary>
    public const int FewestPoints = 7;

    private const int MostPoints = 60;
    
    /// <summary>Level, trend and deviation are those of the last four weeks of days.</summary>
    private const int RecentPoints = 28;
    private const double TrendLevel = 0.01;
    private const double RhythmLevel = 0.001;
    private const double MostFreedom = 8;

    /// <summary>How much as well Qn tells a normal deviation as the squares do.</summary>
    private const double Efficiency = 0.82;

    /// <summary>The expectation of the figure that follows.</summary>
    /// <param name="past">The figures before, in order.</param>
    /// <param name="days">The day of each figure and, last, of the one that follows.</param>
    /// <param name="leastScale">The smallest distance that is noise whatever the past says.</param>
    /// <returns>None when there are fewer than <see cref="FewestPoints"/>.</returns>
    public static Expectation? Of(ReadOnlySpan<double> past, ReadOnlySpan<DateTime> days, double leastScale)
    {
        if (past.Length < FewestPoints) return null;
        var first = Math.Max(0, past.Length - MostPoints);
        past = past[first..];
        days = days[first..];
        var offsets = Offsets(past, days);
        var values = new double[past.Length];
        for (var i = 0; i < values.Length; i++) values[i] = past[i] - offsets.GetValueOrDefault((int)days[i].DayOfWeek);
        var from = Math.Max(0, values.Length - RecentPoints);
        var slope = Slope(values.AsSpan(from));
        for (var i = 0; i < values.Length; i++) values[i] -= slope * (i - values.Length);
        var level = Rhythm.Median(values[from..]);
        return new(level + offsets.GetValueOrDefault((int)days[^1].DayOfWeek), Math.Max(Deviation(values.AsSpan(from)), leastScale), Math.Min(MostFreedom, Efficiency * (values.Length - from - 1)));
    }

    /// <summary>How likely chance makes a figure that lies so far off, or farther.</summary>
    public double PValue(double figure) => Scale > 0 ? LevelShift.TwoSided((figure - Level) / Scale, Freedom) : figure == Level ? 1 : 0;

    // Of series of days, when the days of the week differ.
    private static Dictionary<int, double> Offsets(ReadOnlySpan<double> past, ReadOnlySpan<DateTime> days)
    {
        var phases = new int[past.Length];
        var steps = new double[past.Length];
        for (var i = 0; i < past.Length; i++) (phases[i], steps[i]) = ((int)days[i].DayOfWeek, (days[i + 1] - days[i]).TotalDays);
        return Rhythm.Median(steps) is >= 0.5 and <= 1.5 && Rhythm.Find(past, phases, 7) is { PValue: <= RhythmLevel } rhythm ? new(rhythm.Offsets) : [];
    }

    // The median of the slopes between all pairs (Theil 1950, Sen 1968), when Kendall's test is sure of a trend.
    private static double Slope(ReadOnlySpan<double> values)
    {
        var (n, sign, slopes) = (values.Length, 0, new List<double>());
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                sign += Math.Sign(values[j] - values[i]);
                slopes.Add((values[j] - values[i]) / (j - i));
            }
        }

        var z = Math.Max(0, Math.Abs(sign) - 1) / Math.Sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        return 2 * NormalDistribution.Cdf(-z) <= TrendLevel ? Rhythm.Median([.. slopes]) : 0;
    }

    // Qn of Croux and Rousseeuw (1992): a quarter of the way up the distances of all pairs. Half of the figures may be wrong, and no level is needed.
    private static double Deviation(ReadOnlySpan<double> values)
    {
        var (n, half) = (values.Length, values.Length / 2 + 1);
        var distances = new double[n * (n - 1) / 2];
        for (var (i, at) = (0, 0); i < n; i++)
        {
            for (var j = 0; j < i; j++) distances[at++] = Math.Abs(values[i] - values[j]);
        }

        Array.Sort(distances);
        var small = n switch { 7 => 0.857, 8 => 0.669, 9 => 0.872, _ => n % 2 == 1 ? n / (n + 1.4) : n / (n + 3.8) };
        return 2.2219 * small * distances[half * (half - 1) / 2 - 1];
    }
}
