using System.Collections.Immutable;
using Assays.Statistics;

namespace Assays.History;

/// <summary>One figure over the runs.</summary>
/// <param name="Name">Which figure.</param>
/// <param name="Values">Its value in each run; not a number where a run has none.</param>
/// <param name="Unusual">The places of values that those before did not let expect.</param>
public sealed record MetricCourse(MetricName Name, ImmutableArray<double> Values, ImmutableArray<int> Unusual)
{
    /// <summary>So many unusual values in a row, on the same side, are a new level, by which the next ones are judged.</summary>
    private const int NewLevel = 3;

    /// <summary>So many of the last values are judged; those before are what they are judged by.</summary>
    private const int Judged = 60;

    /// <summary>Between what the last value was expected; none when there were too few before.</summary>
    public (double Low, double High)? Expected { get; init; }

    /// <summary>Whether the last run's value is unusual.</summary>
    public bool IsUnusualNow => !Unusual.IsEmpty && Unusual[^1] == Values.Length - 1;

    /// <summary>Judges every value by those before it.</summary>
    /// <param name="name">Which figure.</param>
    /// <param name="runs">The runs, in order.</param>
    /// <param name="level">The probability of chance below which a value is unusual.</param>
    public static MetricCourse Of(MetricName name, IReadOnlyList<Run> runs, double level)
    {
        ArgumentNullException.ThrowIfNull(runs);
        double[] values = [.. runs.Select(run => run.Metrics.TryGetValue(name, out var value) ? value : double.NaN)];
        var unusual = ImmutableArray.CreateBuilder<int>();
        var (past, days, side) = (new List<double>(), new List<DateTime>(), 0);
        (double, double)? expected = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            days.Add(runs[i].Time.UtcDateTime);
            var expectation = i < values.Length - Judged ? null : Expectation.Of([.. past], [.. days], Noise(name, values[i], past, runs[i]));
            past.Add(values[i]);
            var isUnusual = expectation?.PValue(values[i]) <= level;
            if (isUnusual) unusual.Add(i);
            side = !isUnusual ? 0 : values[i] > expectation!.Value.Level ? Math.Max(0, side) + 1 : Math.Min(0, side) - 1;
            if (i == values.Length - 1 && expectation is { } last) expected = Range(last, level, name);
            if (Math.Abs(side) < NewLevel) continue;
            past.RemoveRange(0, past.Count - NewLevel);
            days.RemoveRange(0, days.Count - NewLevel);
            side = 0;
        }

        return new(name, [.. values], unusual.ToImmutable()) { Expected = expected };
    }

    // What sampling or rounding alone makes, and what nobody would act on.
    private static double Noise(MetricName name, double value, List<double> past, Run run)
    {
        var rows = Math.Max(1, run.Metrics.GetValueOrDefault(new("", "rows"), 1));
        var usual = past.Count == 0 ? value : Rhythm.Median([.. past]);
        return name.Name switch
        {
            "missingShare" => Math.Max(0.001, Math.Sqrt(Math.Max(usual, 1 / rows) * (1 - Math.Min(usual, 1 - 1 / rows)) / rows)),
            "mean" => Math.Max(0.01, 1 / Math.Sqrt(rows)) * run.Metrics.GetValueOrDefault(name with { Name = "deviation" }),
            "effect" => 0.01,
            "grade" => 0.5,
            "columns" => 0.1,
            _ => 0.02 * Math.Abs(usual),
        };
    }

    private static (double, double) Range(Expectation expectation, double level, MetricName name)
    {
        var reach = Reach(expectation, level);
        var (least, most) = name.Name is "missingShare" or "effect" ? (0.0, 1.0) : name.Name is "mean" ? (double.NegativeInfinity, double.PositiveInfinity) : (0, double.PositiveInfinity);
        return (Math.Max(least, expectation.Level - reach), Math.Min(most, expectation.Level + reach));
    }

    // Where the probability falls below the level: halved until it is found well enough to be shown.
    private static double Reach(Expectation expectation, double level)
    {
        var (low, high) = (0.0, expectation.Scale);
        while (expectation.PValue(expectation.Level + high) > level && high < 1e6 * expectation.Scale) high *= 2;
        for (var i = 0; i < 40; i++)
        {
            var middle = (low + high) / 2;
            if (expectation.PValue(expectation.Level + middle) > level) low = middle;
            else high = middle;
        }

        return high;
    }
}
