namespace Assays.Statistics;

/// <summary>How much of the spread of numbers lies between the groups of a category.</summary>
/// <param name="Between">The sum of squares between groups.</param>
/// <param name="Total">The sum of squares in all.</param>
/// <param name="Rows">Rows in which both are present.</param>
/// <param name="Groups">Groups that occur.</param>
public readonly record struct CorrelationRatio(double Between, double Total, long Rows, int Groups)
{
    /// <summary>The ratio without the bias of many groups (Kelley 1935): 0 where groups say nothing, 1 where they say all.</summary>
    public double Value
    {
        get
        {
            if (Rows <= Groups || Groups < 2 || Total <= 0) return 0;
            var within = (Total - Between) / (Rows - Groups);
            return Math.Sqrt(Math.Clamp((Between - (Groups - 1) * within) / Total, 0, 1));
        }
    }

    /// <summary>The F statistic of equal groups.</summary>
    public double F => Rows <= Groups || Groups < 2 ? 0
        : Total - Between <= 1e-12 * Total ? double.PositiveInfinity
        : Between / (Groups - 1) / ((Total - Between) / (Rows - Groups));

    public static CorrelationRatio Of(ReadOnlySpan<int> groups, int codes, ReadOnlySpan<double> numbers)
    {
        var sums = new double[codes];
        var counts = new long[codes];
        var (rows, sum) = (0L, 0.0);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] < 0 || double.IsNaN(numbers[i])) continue;
            sums[groups[i]] += numbers[i];
            counts[groups[i]]++;
            rows++;
            sum += numbers[i];
        }

        if (rows == 0) return default;
        var mean = sum / rows;
        var total = 0.0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] >= 0 && !double.IsNaN(numbers[i])) total += (numbers[i] - mean) * (numbers[i] - mean);
        }

        var (between, occurring) = (0.0, 0);
        for (var code = 0; code < codes; code++)
        {
            if (counts[code] == 0) continue;
            occurring++;
            var distance = sums[code] / counts[code] - mean;
            between += counts[code] * distance * distance;
        }

        return new(between, total, rows, occurring);
    }
}
