namespace Assays.Contracts.Inference;

/// <summary>
/// The outer values of a column, fitted by a generalized Pareto distribution, from which follows how far other values of the same kind may go.
/// Fitted by probability-weighted moments (Hosking and Wallis, Technometrics 1987); heavy tails by the mean of logarithms (Hill, Annals of Statistics 1975).
/// </summary>
/// <param name="Edge">Where the tail begins.</param>
/// <param name="Count">How many values are beyond the edge.</param>
internal readonly record struct Tail(double Edge, int Count, double Scale, double Shape)
{
    private const int Fewest = 10;
    private const int Most = 200;

    /// <summary>The shape from which on a tail is heavy: its values differ by factors.</summary>
    private const double Heavy = 0.5;

    /// <summary>The upper tail.</summary>
    /// <param name="values">The numbers, greatest first, each with how often it occurs.</param>
    /// <param name="present">How many there are.</param>
    /// <returns>None when there are too few to tell anything.</returns>
    public static Tail? Of(IEnumerable<(double Value, int Count)> values, int present)
    {
        var count = Math.Min(present / 2, Math.Clamp(present / 10, Fewest, Most));
        if (count < Fewest / 2) return null;
        var outer = values.SelectMany(static v => Enumerable.Repeat(v.Value, v.Count)).Take(count + 1).ToArray();
        var edge = outer[^1];
        double mean = 0, weighted = 0, logarithm = 0;
        for (var i = 0; i < count; i++)
        {
            var excess = (outer[i] - edge) / count;
            mean += excess;
            weighted += excess * (i + 0.35) / count;
            if (edge > 0) logarithm += Math.Log(outer[i] / edge) / count;
        }

        var spread = mean - 2 * weighted;
        if (!(spread > 0)) return new(edge, count, 0, 0);
        var shape = 2 - mean / spread;
        return shape > Heavy && logarithm > shape
            ? new(edge, count, edge * logarithm, logarithm)
            : new(edge, count, 2 * mean * weighted / spread, Math.Max(shape, -1));
    }

    /// <summary>The value that as many other values as these exceed with a small probability.</summary>
    /// <param name="isCareful">Whether the tail is taken to be heavier than it looks, by two standard errors.</param>
    public double Limit(double risk, bool isCareful = true)
    {
        var shape = Shape + (isCareful ? 2 / Math.Sqrt(Count) : 0);
        var beyond = Count / risk;
        return Edge + Scale * (Math.Abs(shape) < 1e-9 ? Math.Log(beyond) : (Math.Pow(beyond, shape) - 1) / shape);
    }
}
